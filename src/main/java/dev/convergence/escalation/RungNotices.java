package dev.convergence.escalation;

import dev.convergence.absence.StandIns;
import dev.convergence.notification.Notice;
import dev.convergence.notification.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each rung tells, and whom. */
@Component
class RungNotices {

    private final Notices notices;
    private final StandingBackup backup;
    private final StandIns standIns;
    private final WaitTexts texts;

    RungNotices(Notices notices, StandingBackup backup, StandIns standIns, WaitTexts texts) {
        this.notices = notices;
        this.backup = backup;
        this.standIns = standIns;
        this.texts = texts;
    }

    void tell(Rung rung, Wait wait) {
        String text = texts.of(wait);
        recipients(rung, wait)
                .forEach(recipient ->
                        notices.tell(wait.campaign().key(), wait.id(), recipient, rung.name(), text, wait.taskId()));
    }

    /**
     * A reminder goes to whoever claimed the task. The standing backup is told, or whoever acts for them while they are
     * away; without one the group itself is told again.
     */
    private List<String> recipients(Rung rung, Wait wait) {
        return switch (rung.tells()) {
            case Rung.WAITING -> List.of(wait.assignee().map(Notice::user).orElse(wait.group()));
            case Rung.BACKUP ->
                List.of(backup.of(wait)
                        .map(standIns::actingFor)
                        .map(Notice::user)
                        .orElse(wait.group()));
            case Rung.DEPENDENTS -> texts.dependents(wait);
            default -> List.of(rung.tells());
        };
    }
}

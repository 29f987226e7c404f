package dev.convergence.escalation;

import dev.convergence.absence.StandIns;
import dev.convergence.calendar.WallTime;
import dev.convergence.notification.Notice;
import dev.convergence.notification.Notices;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** What each rung tells, and whom. */
@Component
class RungNotices {

    private final Notices notices;
    private final Backups backups;
    private final StandIns standIns;

    RungNotices(Notices notices, Backups backups, StandIns standIns) {
        this.notices = notices;
        this.backups = backups;
        this.standIns = standIns;
    }

    void tell(Rung rung, Wait wait) {
        notices.tell(wait.campaign().key(), wait.id(), recipient(rung, wait), rung.name(), text(wait), wait.taskId());
    }

    /**
     * A reminder goes to whoever claimed the task. The standing backup is told, or whoever acts for them while they are
     * away; without one the group itself is told again.
     */
    private String recipient(Rung rung, Wait wait) {
        return switch (rung.tells()) {
            case Rung.WAITING -> wait.assignee().map(Notice::user).orElse(wait.group());
            case Rung.BACKUP ->
                backups.of(wait.group())
                        .map(standIns::actingFor)
                        .map(Notice::user)
                        .orElse(wait.group());
            default -> rung.tells();
        };
    }

    static String text(Wait wait) {
        ZoneId zone = wait.calendar().zone();
        return wait.title() + " has waited since " + WallTime.of(wait.since(), zone) + " for "
                + wait.group()
                + wait.assignee().map(user -> " (claimed by " + user + ")").orElse("") + "; due "
                + WallTime.of(wait.dueAt(), zone) + ".";
    }
}

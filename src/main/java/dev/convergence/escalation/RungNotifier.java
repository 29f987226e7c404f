package dev.convergence.escalation;

import dev.convergence.absence.SubstituteResolver;
import dev.convergence.escalation.wait.EscalationProcess;
import dev.convergence.escalation.wait.Wait;
import dev.convergence.escalation.wait.WaitTexts;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.delivery.Notice;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** What each rung tells, and whom. */
@Component
class RungNotifier {

    private static final String LATE = " This comes late, once for all rungs of the ladder that are due by now.";

    private final NoticeService noticeService;
    private final StandingBackupResolver backup;
    private final SubstituteResolver substituteResolver;
    private final WaitTexts texts;
    private final TaskService tasks;

    RungNotifier(
            NoticeService noticeService,
            StandingBackupResolver backup,
            SubstituteResolver substituteResolver,
            WaitTexts texts,
            TaskService tasks) {
        this.noticeService = noticeService;
        this.backup = backup;
        this.substituteResolver = substituteResolver;
        this.texts = texts;
        this.tasks = tasks;
    }

    /** Tells of this rung, and of those before it that were kept back, which read the same: nobody gets it twice. */
    void tell(Rung rung, Wait wait) {
        String text = texts.of(wait) + wait.keptNotices().map(kept -> LATE).orElse("");
        recipients(rung, wait)
                .forEach(recipient -> noticeService.tell(
                        wait.campaign().key(), wait.id(), recipient, rung.name(), text, wait.taskId()));
        wait.keptNotices().ifPresent(kept -> {
            noticeService.tellKept(kept, text);
            tasks.removeVariableLocal(wait.taskId(), EscalationProcess.KEPT_NOTICES.name());
        });
    }

    /** Puts it on record that this rung was climbed, and whom it concerns; they are told with a later one. */
    void keepBack(Rung rung, Wait wait) {
        String kept = wait.keptNotices().orElseGet(() -> UUID.randomUUID().toString());
        noticeService.keepBack(
                kept,
                wait.campaign().key(),
                wait.id(),
                recipients(rung, wait),
                rung.name(),
                texts.of(wait),
                wait.taskId());
        tasks.setVariableLocal(wait.taskId(), EscalationProcess.KEPT_NOTICES.name(), kept);
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
                        .map(substituteResolver::actingFor)
                        .map(Notice::user)
                        .orElse(wait.group()));
            case Rung.DEPENDENTS -> texts.dependents(wait);
            default -> List.of(rung.tells());
        };
    }
}

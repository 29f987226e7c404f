package dev.convergence.escalation;

import dev.convergence.absence.SubstituteResolver;
import dev.convergence.escalation.wait.DoerExclusionPolicy;
import dev.convergence.escalation.wait.Wait;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Lets those who were told act on the task, also on one that was claimed and forgotten. */
@Component
class HandoverService {

    private final TaskService tasks;
    private final StandingBackupResolver backup;
    private final SubstituteResolver substituteResolver;
    private final DoerExclusionPolicy doerExclusionPolicy;
    private final LadderSuccessionPolicy succession;

    HandoverService(
            TaskService tasks,
            StandingBackupResolver backup,
            SubstituteResolver substituteResolver,
            DoerExclusionPolicy doerExclusionPolicy,
            LadderSuccessionPolicy succession) {
        this.tasks = tasks;
        this.backup = backup;
        this.substituteResolver = substituteResolver;
        this.doerExclusionPolicy = doerExclusionPolicy;
        this.succession = succession;
    }

    void handOver(Rung rung, Wait wait) {
        if (rung.tells().equals(Rung.WAITING)) {
            return;
        }
        if (rung.tells().equals(Rung.BACKUP)) {
            backup.of(wait).ifPresent(user -> substituteResolver.letAct(wait.taskId(), user));
            return;
        }
        tasks.addCandidateGroup(wait.taskId(), rung.tells());
        aboveWhereNobodyMay(rung.tells(), wait).ifPresent(group -> tasks.addCandidateGroup(wait.taskId(), group));
        if (wait.assignee().isPresent()) {
            tasks.setAssignee(wait.taskId(), null);
        }
    }

    /** The next group of the ladder of which somebody may, where all of this one did the work that the wait is about. */
    private Optional<String> aboveWhereNobodyMay(String group, Wait wait) {
        Set<String> excluded = doerExclusionPolicy.of(wait.kind(), wait.blockId());
        return succession.leavesNobody(group, excluded)
                ? succession.next(wait.kind(), wait.campaign().priority(), excluded)
                : Optional.empty();
    }
}

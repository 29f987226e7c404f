package dev.convergence.escalation;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Lets those who were told act on the task, also on one that was claimed and forgotten. */
@Component
class Handovers {

    private final TaskService tasks;
    private final Backups backups;

    Handovers(TaskService tasks, Backups backups) {
        this.tasks = tasks;
        this.backups = backups;
    }

    void handOver(Rung rung, Wait wait) {
        if (rung.tells().equals(Rung.WAITING)) {
            return;
        }
        if (rung.tells().equals(Rung.BACKUP)) {
            Optional<String> backup = backups.of(wait.group());
            backup.ifPresent(user -> tasks.addCandidateUser(wait.taskId(), user));
            return;
        }
        tasks.addCandidateGroup(wait.taskId(), rung.tells());
        if (wait.assignee().isPresent()) {
            tasks.setAssignee(wait.taskId(), null);
        }
    }
}

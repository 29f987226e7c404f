package dev.convergence.escalation;

import dev.convergence.absence.StandIns;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Lets those who were told act on the task, also on one that was claimed and forgotten. */
@Component
class Handovers {

    private final TaskService tasks;
    private final Backups backups;
    private final StandIns standIns;

    Handovers(TaskService tasks, Backups backups, StandIns standIns) {
        this.tasks = tasks;
        this.backups = backups;
        this.standIns = standIns;
    }

    void handOver(Rung rung, Wait wait) {
        if (rung.tells().equals(Rung.WAITING)) {
            return;
        }
        if (rung.tells().equals(Rung.BACKUP)) {
            backups.of(wait.group()).ifPresent(user -> standIns.letAct(wait.taskId(), user));
            return;
        }
        tasks.addCandidateGroup(wait.taskId(), rung.tells());
        if (wait.assignee().isPresent()) {
            tasks.setAssignee(wait.taskId(), null);
        }
    }
}

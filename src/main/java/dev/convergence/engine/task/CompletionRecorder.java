package dev.convergence.engine.task;

import dev.convergence.engine.identity.Caller;
import dev.convergence.engine.identity.SystemAuthority;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Whoever completes a task without having claimed it stands in history as the one who did; and the one they stood in
 * for, as the owner. Done for every task before its model's own listeners hear of it.
 */
@Component
public class CompletionRecorder {

    private final SystemAuthority system;
    private final TaskAssignmentInterceptor cover;

    CompletionRecorder(SystemAuthority system, TaskAssignmentInterceptor cover) {
        this.system = system;
        this.cover = cover;
    }

    public void record(DelegateTask task) {
        system.caller().ifPresent(caller -> record(task, caller));
    }

    private void record(DelegateTask task, Caller caller) {
        if (!caller.id().equals(task.getAssignee())) {
            task.setAssignee(caller.id());
        }
        cover.completing(task, caller);
    }
}

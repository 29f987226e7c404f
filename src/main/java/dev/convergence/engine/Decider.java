package dev.convergence.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Whoever completes a task without having claimed it stands in history as the one who did. */
@Component
public class Decider {

    private final IdentityService identity;

    Decider(IdentityService identity) {
        this.identity = identity;
    }

    public void record(DelegateTask task) {
        Authentication decider = identity.getCurrentAuthentication();
        if (decider != null && !decider.getUserId().equals(task.getAssignee())) {
            task.setAssignee(decider.getUserId());
        }
    }
}

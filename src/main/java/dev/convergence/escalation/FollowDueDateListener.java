package dev.convergence.escalation;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.DueDateChangeDetector;
import dev.convergence.escalation.wait.StallKind;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A due date that somebody moves, in Tasklist, over REST or by an action on a stall, takes its ladder along. */
@ModelBean(value = "followDueDate", reach = BeanReach.CAMPAIGN)
class FollowDueDateListener implements TaskListener {

    private final DueDateService dueDateService;

    FollowDueDateListener(DueDateService dueDateService) {
        this.dueDateService = dueDateService;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!DueDateChangeDetector.isIn(task)) {
            return;
        }
        if (task.getDueDate() == null) {
            throw new BadUserRequestException("due cannot be removed: the escalation ladder hangs on it");
        }
        dueDateService.moved(task.getId(), StallKind.ofTask(task.getTaskDefinitionKey()));
    }
}

package dev.convergence.escalation;

import dev.convergence.engine.DueDateChange;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A due date that somebody moves, in Tasklist, over REST or by an action on a stall, takes its ladder along. */
@ModelBean(value = "followDueDate", reach = Reach.CAMPAIGN)
class FollowDueDateListener implements TaskListener {

    private final DueDates dueDates;

    FollowDueDateListener(DueDates dueDates) {
        this.dueDates = dueDates;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!DueDateChange.isIn(task)) {
            return;
        }
        if (task.getDueDate() == null) {
            throw new BadUserRequestException("due cannot be removed: the escalation ladder hangs on it");
        }
        dueDates.moved(task.getId(), StallKind.ofTask(task.getTaskDefinitionKey()));
    }
}

package dev.convergence.milestone;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.DueDateChangeDetector;
import dev.convergence.escalation.DueDateService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A shared date does not move without a reason that everybody who depends on it is told. */
@ModelBean(value = "tellMilestoneMoved", reach = BeanReach.CAMPAIGN, in = MilestoneProcess.KEY)
class TellMilestoneMovedListener implements TaskListener {

    private final MilestoneDateNotifier dates;

    TellMilestoneMovedListener(MilestoneDateNotifier dates) {
        this.dates = dates;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!DueDateChangeDetector.isIn(task) || task.getDueDate() == null) {
            return;
        }
        String reason = DueDateService.MOVE_REASON
                .find(task)
                .orElseThrow(() -> new BadUserRequestException(
                        "due cannot be moved here: every team that depends on this milestone is told a reason; move it in"
                                + " the task's form or in the campaign's plan"));
        task.removeVariableLocal(DueDateService.MOVE_REASON.name());
        dates.moved(task.getExecution(), task.getDueDate().toInstant(), reason);
    }
}

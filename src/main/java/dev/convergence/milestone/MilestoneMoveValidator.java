package dev.convergence.milestone;

import dev.convergence.engine.variable.RefusalException;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Asks the plan whether a milestone can move to the day that somebody gives, while that person can still be told: the
 * step that moves it comes later.
 */
@Component
class MilestoneMoveValidator {

    private final MilestonePlanPolicy plan;

    MilestoneMoveValidator(MilestonePlanPolicy plan) {
        this.plan = plan;
    }

    /** @throws Refusal naming the field of the day */
    void require(DelegateTask task) {
        if (MilestoneAction.MOVED.isThat(MilestoneProcess.ACTION.get(task))) {
            try {
                plan.requireMovable(
                        task.getExecution().getProcessBusinessKey(),
                        MilestoneProcess.MILESTONE_ID.get(task),
                        LocalDate.parse(MilestoneProcess.NEW_DUE.get(task)));
            } catch (RefusalException refusalException) {
                throw new RefusalException(MilestoneProcess.NEW_DUE.name(), refusalException.reason());
            }
        }
    }
}

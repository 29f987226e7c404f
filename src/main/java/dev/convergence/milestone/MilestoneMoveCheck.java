package dev.convergence.milestone;

import dev.convergence.engine.Refusal;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Asks the plan whether a milestone can move to the day that somebody gives, while that person can still be told: the
 * step that moves it comes later.
 */
@Component
class MilestoneMoveCheck {

    private final MilestonePlan plan;

    MilestoneMoveCheck(MilestonePlan plan) {
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
            } catch (Refusal refusal) {
                throw new Refusal(MilestoneProcess.NEW_DUE.name(), refusal.reason());
            }
        }
    }
}

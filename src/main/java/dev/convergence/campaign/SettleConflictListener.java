package dev.convergence.campaign;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A conflict is not settled by a click: what was agreed becomes a fact, or the task stays open. */
@ModelBean(value = "settleConflict", reach = Reach.PERSON, in = CampaignProcess.KEY)
class SettleConflictListener implements TaskListener {

    private final ConflictSettlement settlement;

    SettleConflictListener(ConflictSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void notify(DelegateTask task) {
        settlement.settle(task);
    }
}

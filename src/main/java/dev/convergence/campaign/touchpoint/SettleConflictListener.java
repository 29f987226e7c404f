package dev.convergence.campaign.touchpoint;

import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A conflict is not settled by a click: what was agreed becomes a fact, or the task stays open. */
@ModelBean(value = "settleConflict", reach = BeanReach.PERSON, in = CampaignProcess.KEY)
class SettleConflictListener implements TaskListener {

    private final ConflictSettlementService settlement;

    SettleConflictListener(ConflictSettlementService settlement) {
        this.settlement = settlement;
    }

    @Override
    public void notify(DelegateTask task) {
        settlement.settle(task);
    }
}

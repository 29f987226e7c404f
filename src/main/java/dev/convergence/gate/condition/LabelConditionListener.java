package dev.convergence.gate.condition;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.gate.GateProcess;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names a condition's task after what is to be done, and lets the task say whose it is, also once it is done. */
@ModelBean(value = "labelCondition", reach = BeanReach.CAMPAIGN)
class LabelConditionListener implements TaskListener {

    private static final int LONGEST_NAME = 250;

    @Override
    public void notify(DelegateTask condition) {
        String what = GateProcess.CONDITION_WHAT.get(condition);
        String name = condition.getName() + ": " + what;
        condition.setName(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name);
        GateProcess.CONDITION_WHAT.setLocal(condition, what);
        GateProcess.CONDITION_OWNER.setLocal(condition, GateProcess.CONDITION_OWNER.get(condition));
        GateProcess.CONDITION_GATE.setLocal(condition, GateProcess.CONDITION_GATE.get(condition));
        CampaignContext.NAME.find(condition).ifPresent(campaign -> CampaignContext.NAME.setLocal(condition, campaign));
    }
}

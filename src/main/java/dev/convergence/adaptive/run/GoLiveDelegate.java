package dev.convergence.adaptive.run;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;

@ModelBean(value = "goLive", reach = BeanReach.CAMPAIGN)
class GoLiveDelegate implements JavaDelegate {

    private final LiveCampaignService live;

    GoLiveDelegate(LiveCampaignService live) {
        this.live = live;
    }

    @Override
    public void execute(DelegateExecution pattern) {
        live.begin(
                pattern.getProcessBusinessKey(),
                ((ProcessInstance) pattern).getRootProcessInstanceId(),
                pattern.getProcessInstanceId());
    }
}

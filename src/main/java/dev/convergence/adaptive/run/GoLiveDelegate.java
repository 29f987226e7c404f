package dev.convergence.adaptive.run;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;

@ModelBean(value = "goLive", reach = Reach.CAMPAIGN)
class GoLiveDelegate implements JavaDelegate {

    private final LiveCampaigns live;

    GoLiveDelegate(LiveCampaigns live) {
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

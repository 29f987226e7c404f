package dev.convergence.adaptive.run;

import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;

@ModelBean("goLive")
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

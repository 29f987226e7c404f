package dev.convergence.adaptive.run;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Called where the campaign reaches its end, and where its pattern ends otherwise: cancelled, or deleted by hand. */
@ModelBean(value = "endLive", reach = BeanReach.CAMPAIGN)
class EndLiveDelegate implements JavaDelegate {

    private final LiveCampaignService live;

    EndLiveDelegate(LiveCampaignService live) {
        this.live = live;
    }

    @Override
    public void execute(DelegateExecution pattern) {
        live.end(pattern.getProcessBusinessKey());
    }
}

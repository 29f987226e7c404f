package dev.convergence.adaptive.run;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Called where the campaign reaches its end, and where its pattern ends otherwise: cancelled, or deleted by hand. */
@ModelBean(value = "endLive", reach = Reach.CAMPAIGN)
class EndLiveDelegate implements JavaDelegate {

    private final LiveCampaigns live;

    EndLiveDelegate(LiveCampaigns live) {
        this.live = live;
    }

    @Override
    public void execute(DelegateExecution pattern) {
        live.end(pattern.getProcessBusinessKey());
    }
}

package dev.convergence.campaign;

import dev.convergence.campaign.request.CampaignElementResolver;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A brief may switch the elements of its pattern on and off, but for those on which the pattern stands. */
@ModelBean(value = "checkBrief", reach = BeanReach.ANYWHERE)
class CheckBriefListener implements TaskListener {

    @Override
    public void notify(DelegateTask brief) {
        CampaignElementResolver.check(
                CampaignProcess.SHARED_MILESTONES.find(brief).orElse(true),
                CampaignProcess.PATTERN.find(brief).orElse(null));
    }
}

package dev.convergence.campaign;

import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What a post-mortem measures must be a plausible figure, or left out. It closes the campaign. */
@ModelBean(value = "checkPostMortem", reach = BeanReach.PERSON, in = CampaignProcess.KEY)
class CheckPostMortemListener implements TaskListener {

    private final EventPublisher eventPublisher;

    CheckPostMortemListener(EventPublisher eventPublisher) {
        this.eventPublisher = eventPublisher;
    }

    @Override
    public void notify(DelegateTask postMortem) {
        CampaignProcess.ROI
                .find(postMortem)
                .filter(roi -> roi.doubleValue() < -100)
                .ifPresent(roi -> {
                    throw new RefusalException(
                            CampaignProcess.ROI.name(), "cannot be below -100 %: that is everything lost");
                });
        CampaignProcess.TEAM_SATISFACTION
                .find(postMortem)
                .filter(score -> score.doubleValue() < 1 || score.doubleValue() > 5)
                .ifPresent(score -> {
                    throw new RefusalException(CampaignProcess.TEAM_SATISFACTION.name(), "must lie between 1 and 5");
                });
        String campaign = postMortem.getExecution().getProcessBusinessKey();
        eventPublisher.happened(EventTypeCatalog.CAMPAIGN_CLOSED, campaign, null, Map.of());
    }
}

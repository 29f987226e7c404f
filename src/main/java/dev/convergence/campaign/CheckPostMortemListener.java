package dev.convergence.campaign;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.engine.Refusal;
import dev.convergence.notification.EventTypes;
import dev.convergence.notification.Events;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What a post-mortem measures must be a plausible figure, or left out. It closes the campaign. */
@ModelBean(value = "checkPostMortem", reach = Reach.PERSON, in = CampaignProcess.KEY)
class CheckPostMortemListener implements TaskListener {

    private final Events events;

    CheckPostMortemListener(Events events) {
        this.events = events;
    }

    @Override
    public void notify(DelegateTask postMortem) {
        CampaignProcess.ROI
                .find(postMortem)
                .filter(roi -> roi.doubleValue() < -100)
                .ifPresent(roi -> {
                    throw new Refusal(CampaignProcess.ROI.name(), "cannot be below -100 %: that is everything lost");
                });
        CampaignProcess.TEAM_SATISFACTION
                .find(postMortem)
                .filter(score -> score.doubleValue() < 1 || score.doubleValue() > 5)
                .ifPresent(score -> {
                    throw new Refusal(CampaignProcess.TEAM_SATISFACTION.name(), "must lie between 1 and 5");
                });
        String campaign = postMortem.getExecution().getProcessBusinessKey();
        events.happened(EventTypes.CAMPAIGN_CLOSED, campaign, null, Map.of());
    }
}

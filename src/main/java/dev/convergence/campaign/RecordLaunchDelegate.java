package dev.convergence.campaign;

import dev.convergence.engine.ModelBean;
import dev.convergence.notification.EventTypes;
import dev.convergence.notification.Events;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("recordLaunch")
class RecordLaunchDelegate implements JavaDelegate {

    private final Clock clock;
    private final ConflictWatch watch;
    private final Events events;

    RecordLaunchDelegate(Clock clock, ConflictWatch watch, Events events) {
        this.clock = clock;
        this.watch = watch;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution campaign) {
        CampaignProcess.LAUNCHED_AT.set(campaign, clock.instant().toString());
        watch.factsChanged(campaign.getProcessInstanceId(), campaign.getProcessBusinessKey());
        events.happened(EventTypes.CAMPAIGN_LAUNCHED, campaign.getProcessBusinessKey(), null, Map.of());
    }
}

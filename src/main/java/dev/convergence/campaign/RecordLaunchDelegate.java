package dev.convergence.campaign;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.notification.EventTypes;
import dev.convergence.notification.Events;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** A pattern that goes on after the launch records it itself; where it has, the campaign does so no more. */
@ModelBean(value = "recordLaunch", reach = Reach.CAMPAIGN)
class RecordLaunchDelegate implements JavaDelegate {

    private final RuntimeService runtime;
    private final Clock clock;
    private final ConflictWatch watch;
    private final Events events;

    RecordLaunchDelegate(RuntimeService runtime, Clock clock, ConflictWatch watch, Events events) {
        this.runtime = runtime;
        this.clock = clock;
        this.watch = watch;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String campaign = ((ProcessInstance) execution).getRootProcessInstanceId();
        if (runtime.getVariable(campaign, CampaignProcess.LAUNCHED_AT.name()) == null) {
            record(campaign, execution.getProcessBusinessKey());
        }
    }

    private void record(String campaign, String key) {
        runtime.setVariable(
                campaign, CampaignProcess.LAUNCHED_AT.name(), clock.instant().toString());
        watch.factsChanged(campaign, key);
        events.happened(EventTypes.CAMPAIGN_LAUNCHED, key, null, Map.of());
    }
}

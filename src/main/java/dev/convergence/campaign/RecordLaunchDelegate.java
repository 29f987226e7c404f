package dev.convergence.campaign;

import dev.convergence.campaign.alignment.ConflictMonitor;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** A pattern that goes on after the launch records it itself; where it has, the campaign does so no more. */
@ModelBean(value = "recordLaunch", reach = BeanReach.CAMPAIGN)
class RecordLaunchDelegate implements JavaDelegate {

    private final RuntimeService runtime;
    private final Clock clock;
    private final ConflictMonitor watch;
    private final EventPublisher eventPublisher;

    RecordLaunchDelegate(RuntimeService runtime, Clock clock, ConflictMonitor watch, EventPublisher eventPublisher) {
        this.runtime = runtime;
        this.clock = clock;
        this.watch = watch;
        this.eventPublisher = eventPublisher;
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
        eventPublisher.happened(EventTypeCatalog.CAMPAIGN_LAUNCHED, key, null, Map.of());
    }
}

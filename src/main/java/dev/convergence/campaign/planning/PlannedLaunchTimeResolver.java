package dev.convergence.campaign.planning;

import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** When a converged campaign launches: at its planned time, or at once where none was planned. */
@ModelBean(value = "plannedLaunchTime", reach = BeanReach.CAMPAIGN)
public class PlannedLaunchTimeResolver {

    private final RuntimeService runtime;
    private final Clock clock;

    PlannedLaunchTimeResolver(RuntimeService runtime, Clock clock) {
        this.runtime = runtime;
        this.clock = clock;
    }

    public Date of(DelegateExecution execution) {
        String campaign = ((ProcessInstance) execution).getRootProcessInstanceId();
        Object planned = runtime.getVariable(campaign, CampaignProcess.PLANNED_LAUNCH.name());
        return Date.from(planned == null ? clock.instant() : Instant.parse(planned.toString()));
    }
}

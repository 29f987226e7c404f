package dev.convergence.campaign;

import dev.convergence.campaign.plan.Plan;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.ModelBean;
import dev.convergence.notification.EventTypes;
import dev.convergence.notification.Events;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("registerCampaign")
class RegisterCampaignDelegate implements JavaDelegate {

    private final CampaignRequests requests;
    private final CampaignRegistration registration;
    private final CampaignKeys keys;
    private final CampaignPlans plans;
    private final ConflictWatch watch;
    private final Events events;

    RegisterCampaignDelegate(
            CampaignRequests requests,
            CampaignRegistration registration,
            CampaignKeys keys,
            CampaignPlans plans,
            ConflictWatch watch,
            Events events) {
        this.requests = requests;
        this.registration = registration;
        this.keys = keys;
        this.plans = plans;
        this.watch = watch;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution campaign) {
        CampaignRequest request = requests.of(campaign);
        Plan plan = registration.plan(request);
        List<CampaignRequest.Touchpoint> touchpoints = TouchpointRules.check(request.touchpoints(), plan);
        keys.reserve(request.key(), campaign.getProcessInstanceId());
        if (campaign.getProcessBusinessKey() == null) {
            campaign.setProcessBusinessKey(request.key());
        }
        CampaignProcess.PRIORITY.set(campaign, request.priority());
        campaign.setVariable(CampaignContext.PLAN.name(), plans.write(plan));
        campaign.setVariable(CampaignProcess.TOUCHPOINTS, plans.json(touchpoints));
        registration
                .plannedLaunch(request, plan)
                .ifPresent(launch -> CampaignProcess.PLANNED_LAUNCH.set(campaign, launch.toString()));
        watch.planned(campaign, plan, touchpoints);
        events.happened(EventTypes.CAMPAIGN_STARTED, request.key(), null, Map.of("name", request.name()));
    }
}

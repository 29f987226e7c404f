package dev.convergence.campaign;

import dev.convergence.campaign.plan.Plan;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.notification.EventTypes;
import dev.convergence.notification.Events;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "registerCampaign", reach = Reach.FORM, in = CampaignProcess.KEY)
class RegisterCampaignDelegate implements JavaDelegate {

    private final CampaignRequests requests;
    private final CampaignRegistration registration;
    private final CampaignKeys keys;
    private final CampaignPlans plans;
    private final TouchpointChanges touchpoints;
    private final Events events;

    RegisterCampaignDelegate(
            CampaignRequests requests,
            CampaignRegistration registration,
            CampaignKeys keys,
            CampaignPlans plans,
            TouchpointChanges touchpoints,
            Events events) {
        this.requests = requests;
        this.registration = registration;
        this.keys = keys;
        this.plans = plans;
        this.touchpoints = touchpoints;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution campaign) {
        CampaignRequest request = requests.of(campaign);
        Plan plan = registration.plan(request);
        keys.reserve(request.key(), campaign);
        CampaignProcess.PRIORITY.set(campaign, request.priority());
        CampaignElements.settle(campaign, request.pattern());
        campaign.setVariable(CampaignContext.PLAN.name(), plans.write(plan));
        campaign.setVariable(CampaignProcess.BUDGET, plans.json(request.budget()));
        registration.settle(campaign, request, plan);
        touchpoints.planned(campaign, request.touchpoints(), plan);
        events.happened(EventTypes.CAMPAIGN_STARTED, request.key(), null, Map.of("name", request.name()));
    }
}

package dev.convergence.campaign;

import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.planning.CampaignPlanFactory;
import dev.convergence.campaign.request.CampaignElementResolver;
import dev.convergence.campaign.request.CampaignKeyRepository;
import dev.convergence.campaign.request.CampaignPlanRepository;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.campaign.request.CampaignRequestMapper;
import dev.convergence.campaign.touchpoint.TouchpointService;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "registerCampaign", reach = BeanReach.FORM, in = CampaignProcess.KEY)
class RegisterCampaignDelegate implements JavaDelegate {

    private final CampaignRequestMapper requests;
    private final CampaignPlanFactory registration;
    private final CampaignKeyRepository keys;
    private final CampaignPlanRepository plans;
    private final TouchpointService touchpoints;
    private final EventPublisher eventPublisher;

    RegisterCampaignDelegate(
            CampaignRequestMapper requests,
            CampaignPlanFactory registration,
            CampaignKeyRepository keys,
            CampaignPlanRepository plans,
            TouchpointService touchpoints,
            EventPublisher eventPublisher) {
        this.requests = requests;
        this.registration = registration;
        this.keys = keys;
        this.plans = plans;
        this.touchpoints = touchpoints;
        this.eventPublisher = eventPublisher;
    }

    @Override
    public void execute(DelegateExecution campaign) {
        CampaignRequest request = requests.of(campaign);
        Plan plan = registration.plan(request);
        keys.reserve(request.key(), campaign);
        CampaignProcess.PRIORITY.set(campaign, request.priority());
        CampaignElementResolver.settle(campaign, request.pattern());
        campaign.setVariable(CampaignContext.PLAN.name(), plans.write(plan));
        campaign.setVariable(CampaignProcess.BUDGET, plans.json(request.budget()));
        registration.settle(campaign, request, plan);
        touchpoints.planned(campaign, request.touchpoints(), plan);
        eventPublisher.happened(EventTypeCatalog.CAMPAIGN_STARTED, request.key(), null, Map.of("name", request.name()));
    }
}

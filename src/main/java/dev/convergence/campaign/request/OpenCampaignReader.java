package dev.convergence.campaign.request;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.context.CampaignContext;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Campaigns whose plan and touchpoints may still change. */
@Component
public class OpenCampaignReader {

    private final RuntimeService runtime;
    private final CampaignContext.Reader campaigns;
    private final AdaptiveCampaignRepository adaptive;
    private final CampaignKeyRepository keys;

    OpenCampaignReader(
            RuntimeService runtime,
            CampaignContext.Reader campaigns,
            AdaptiveCampaignRepository adaptive,
            CampaignKeyRepository keys) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.adaptive = adaptive;
        this.keys = keys;
    }

    /**
     * A campaign whose plan may change: one that has not launched, or is live until an end that may be moved.
     *
     * @throws NotFound where none runs by this key
     * @throws TooLate where nothing of its plan is left
     */
    public CampaignContext withPlanAhead(String key) {
        boolean live = adaptive.find(key).filter(AdaptiveCampaign::isLive).isPresent();
        return live ? running(key) : of(key);
    }

    /**
     * A campaign with all that is recorded of it.
     *
     * @throws NotFound where none runs by this key
     * @throws TooLate where it has launched
     */
    public CampaignContext of(String key) {
        CampaignContext campaign = running(key);
        if (CampaignProcess.LAUNCHED_AT.find(campaign.values()).isPresent()) {
            throw new TooLateException("Campaign " + key + " has launched: its plan is history.");
        }
        return campaign;
    }

    private CampaignContext running(String key) {
        String instance = keys.instance(key)
                .filter(id -> runtime.createProcessInstanceQuery()
                                .processInstanceId(id)
                                .count()
                        > 0)
                .orElseThrow(() -> new NotFoundException("Running campaign", key));
        return withFacts(instance, key);
    }

    /** A campaign with all that is recorded of it at this moment, launched or not. */
    public CampaignContext withFacts(String instanceId, String key) {
        return new CampaignContext(instanceId, key, campaigns.facts(instanceId));
    }
}

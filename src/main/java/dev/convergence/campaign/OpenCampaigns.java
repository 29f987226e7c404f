package dev.convergence.campaign;

import dev.convergence.engine.CampaignContext;
import dev.convergence.problem.NotFound;
import dev.convergence.problem.TooLate;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Campaigns whose plan and touchpoints may still change. */
@Component
class OpenCampaigns {

    private final RuntimeService runtime;
    private final CampaignContext.Reader campaigns;

    OpenCampaigns(RuntimeService runtime, CampaignContext.Reader campaigns) {
        this.runtime = runtime;
        this.campaigns = campaigns;
    }

    /**
     * A campaign with all that is recorded of it.
     *
     * @throws NotFound where none runs by this key
     * @throws TooLate where it has launched
     */
    CampaignContext of(String key) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(CampaignProcess.KEY)
                .processInstanceBusinessKey(key)
                .singleResult();
        if (instance == null) {
            throw new NotFound("Running campaign", key);
        }
        CampaignContext campaign = withFacts(instance.getId(), key);
        if (CampaignProcess.LAUNCHED_AT.find(campaign.values()).isPresent()) {
            throw new TooLate("Campaign " + key + " has launched: its plan is history.");
        }
        return campaign;
    }

    /** A campaign with all that is recorded of it at this moment, launched or not. */
    CampaignContext withFacts(String instanceId, String key) {
        return new CampaignContext(instanceId, key, campaigns.facts(instanceId));
    }
}

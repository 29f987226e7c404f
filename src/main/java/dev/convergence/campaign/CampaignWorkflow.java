package dev.convergence.campaign;

import dev.convergence.campaign.request.CampaignKeyRepository;
import dev.convergence.campaign.request.CampaignKeyTakenException;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.campaign.request.CampaignRequestMapper;
import dev.convergence.engine.guard.CampaignKeyInUseException;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.variable.TextValidator;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and steers campaigns. */
@Component
public class CampaignWorkflow {

    private final RuntimeService runtime;
    private final CampaignRequestMapper requests;
    private final RecommendPatternDecision choice;
    private final CampaignReader reader;
    private final SystemAuthority system;
    private final CampaignKeyRepository keys;

    CampaignWorkflow(
            RuntimeService runtime,
            CampaignRequestMapper requests,
            RecommendPatternDecision choice,
            CampaignReader reader,
            SystemAuthority system,
            CampaignKeyRepository keys) {
        this.runtime = runtime;
        this.requests = requests;
        this.choice = choice;
        this.reader = reader;
        this.system = system;
        this.keys = keys;
    }

    /**
     * Starts a campaign on behalf of whoever the engine knows as the caller.
     *
     * @throws dev.convergence.engine.variable.RefusalException naming the field; 409 where the key is in use
     * @throws org.camunda.bpm.engine.AuthorizationException where the caller may not start campaigns
     */
    public void campaignRequested(CampaignRequest asked) {
        CampaignRequest request = system.call(() -> choice.withPattern(asked));
        requests.check(request);
        Map<String, Object> variables = requests.variables(request);
        try {
            system.onBehalf(() -> runtime.startProcessInstanceByKey(CampaignProcess.KEY, request.key(), variables));
        } catch (CampaignKeyInUseException taken) {
            throw new CampaignKeyTakenException(request.key());
        }
    }

    /** Cancels a campaign, whatever it is doing. */
    @Transactional
    public void campaignCancelled(String key, String rationale, String userId) {
        Map<String, Object> values = Map.of(
                CampaignProcess.CANCELLATION_RATIONALE.name(), rationale,
                CampaignProcess.CANCELLED_BY.name(), userId);
        TextValidator.require(CampaignProcess.CANCELLATION_RATIONALE, values, "say why the campaign is cancelled");
        system.run(() -> cancel(key, values));
    }

    private void cancel(String key, Map<String, Object> values) {
        reader.end(key).ifPresent(end -> {
            throw new TooLateException("Campaign " + key + " is over: it is " + end + ".");
        });
        runtime.createMessageCorrelation(CampaignProcess.CAMPAIGN_CANCELLED)
                .processInstanceId(keys.instance(key).orElseThrow(() -> new NotFoundException("Campaign", key)))
                .setVariables(values)
                .correlate();
    }
}

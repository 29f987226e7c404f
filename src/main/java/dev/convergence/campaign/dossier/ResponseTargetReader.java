package dev.convergence.campaign.dossier;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaitPolicyReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** How soon the task that somebody looks at should be answered, by the policy as it stands. */
@Component
class ResponseTargetReader {

    private final WaitPolicyReader policies;
    private final CampaignContext.Reader variables;

    ResponseTargetReader(WaitPolicyReader policies, CampaignContext.Reader variables) {
        this.policies = policies;
        this.variables = variables;
    }

    /** The target in words; empty where the task is no wait for a decision, or no policy speaks of it any more. */
    Optional<String> of(DelegateExecution execution, CampaignContext campaign) {
        return Arrays.stream(StallKind.values())
                .filter(StallKind::isAnswered)
                .filter(kind -> kind.taskKey().equals(execution.getCurrentActivityId()))
                .findFirst()
                .flatMap(kind -> target(kind, execution, campaign));
    }

    private Optional<String> target(StallKind kind, DelegateExecution execution, CampaignContext campaign) {
        Map<String, Object> overrides = variables.facts(execution.getProcessInstanceId());
        try {
            String id = String.valueOf(overrides.get(kind.idVariable()));
            return Optional.of(policies.of(kind, id, campaign, overrides).inWords());
        } catch (RefusalException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}

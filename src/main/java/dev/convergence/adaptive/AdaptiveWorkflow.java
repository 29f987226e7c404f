package dev.convergence.adaptive;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells a live campaign what has happened to it. One that is over is told nothing. */
@Component
class AdaptiveWorkflow {

    private final RuntimeService runtime;
    private final AdaptiveCampaignRepository campaigns;

    AdaptiveWorkflow(RuntimeService runtime, AdaptiveCampaignRepository campaigns) {
        this.runtime = runtime;
        this.campaigns = campaigns;
    }

    void told(String campaign, String message, String subject) {
        if (message.equals(AdaptiveProcess.SOURCE_HEARD)) {
            sourceHeard(campaign, subject);
        } else {
            campaigns
                    .find(campaign)
                    .filter(AdaptiveCampaign::isLive)
                    .ifPresent(live -> begin(live.instanceId(), message, subject));
        }
    }

    /**
     * Begins a part of the process that runs beside the others, with what it is about.
     *
     * @throws IllegalStateException where the campaign does not listen, because somebody has suspended it: the word
     *     would be lost, so it is tried again
     */
    private void begin(String instanceId, String message, String subject) {
        boolean heard = !runtime.createMessageCorrelation(message)
                .processInstanceId(instanceId)
                .setVariablesToTriggeredScope(Map.of(about(message).name(), subject))
                .correlateAllWithResult()
                .isEmpty();
        if (!heard) {
            throw new IllegalStateException(
                    "the campaign is live and does not listen to %s: is its process instance %s suspended?"
                            .formatted(message, instanceId));
        }
    }

    private static ProcessVariable<String> about(String message) {
        return message.equals(AdaptiveProcess.RULE_FIRED) ? AdaptiveProcess.ACTION_ID : AdaptiveProcess.SOURCE_ID;
    }

    /** Whoever waits for this source goes on: it may act again by rule, or its silence ends. */
    private void sourceHeard(String campaign, String source) {
        tellWatch(campaign, source, AdaptiveProcess.SUSPENSION_CHANGED);
        tellWatch(campaign, source, AdaptiveProcess.SOURCE_HEARD);
    }

    private void tellWatch(String campaign, String source, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(campaign)
                .processInstanceVariableEquals(AdaptiveProcess.SOURCE_ID.name(), source)
                .correlateAllWithResult();
    }
}

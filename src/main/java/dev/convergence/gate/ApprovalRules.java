package dev.convergence.gate;

import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What stands in the way of an approval: missing evidence, open conditions, conflicts, work that changed since it was looked at. */
@Component
class ApprovalRules {

    private final Evidence evidence;
    private final Conditions conditions;
    private final CampaignContext.Reader campaigns;
    private final List<Obstacle> obstacles;

    ApprovalRules(
            Evidence evidence, Conditions conditions, CampaignContext.Reader campaigns, List<Obstacle> obstacles) {
        this.evidence = evidence;
        this.conditions = conditions;
        this.campaigns = campaigns;
        this.obstacles = obstacles;
    }

    /**
     * @param done the work under review; asked for only where the reviewer says which version they saw
     * @throws Refusal naming what stands in the way
     */
    void check(DelegateExecution gate, Map<String, ?> answers, Supplier<ReviewedWork> done) {
        GateTerms terms = GateTerms.of(answers);
        requireEvidence(gate, terms.evidence());
        if (terms.conditionsOpen()) {
            requireNoOpenCondition(gate.getProcessBusinessKey());
        }
        requireNoObstacle(gate, GateProcess.GATE_ID.find(answers).orElse(""));
        if (GateOutcome.APPROVED_WITH_CONDITIONS.isThat(GateProcess.GATE_OUTCOME.find(answers))) {
            conditions.check(answers);
        }
        GateProcess.SEEN_VERSION
                .find(answers)
                .ifPresent(seen -> requireUnchanged(seen, done.get().version()));
    }

    private void requireEvidence(DelegateExecution gate, List<String> required) {
        if (required.isEmpty()) {
            return;
        }
        CampaignContext campaign = campaigns.of(gate);
        List<EvidenceItem> items =
                evidence
                        .required(
                                GateProcess.GATE_ID.get(gate),
                                campaign.pattern().orElse(null))
                        .stream()
                        .filter(item -> required.contains(item.item()))
                        .toList();
        List<String> missing = Evidence.provided(items, gate).entrySet().stream()
                .filter(item -> item.getValue().isEmpty())
                .map(item -> item.getKey().name() + " (" + item.getKey().item() + ")")
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    GateProcess.GATE_OUTCOME.name(),
                    "cannot be an approval while evidence is missing: " + String.join(", ", missing));
        }
    }

    private void requireNoOpenCondition(String campaign) {
        List<String> open = conditions.open(campaign);
        if (!open.isEmpty()) {
            throw new Refusal(
                    GateProcess.GATE_OUTCOME.name(),
                    "cannot be an approval while a condition of an earlier gate is open: " + String.join("; ", open));
        }
    }

    private void requireNoObstacle(DelegateExecution gate, String gateId) {
        List<String> against = obstacles.stream()
                .filter(obstacle -> obstacle.gate().equals(gateId))
                .flatMap(obstacle -> obstacle.against(gate).stream())
                .toList();
        if (!against.isEmpty()) {
            throw new Refusal(GateProcess.GATE_OUTCOME.name(), "cannot be an approval: " + String.join(" ", against));
        }
    }

    private static void requireUnchanged(Number seen, int version) {
        if (version != seen.intValue()) {
            throw new WorkChanged(seen.intValue(), version);
        }
    }
}

package dev.convergence.gate.review;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.gate.ApprovalObstacleSource;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.ReviewedWork;
import dev.convergence.gate.condition.ConditionService;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What stands in the way of an approval: missing evidence, open conditions, conflicts, work that changed since it was looked at. */
@Component
class ApprovalValidator {

    private final EvidenceReader evidenceReader;
    private final ConditionService conditionService;
    private final CampaignContext.Reader campaigns;
    private final List<ApprovalObstacleSource> obstacles;

    ApprovalValidator(
            EvidenceReader evidenceReader,
            ConditionService conditionService,
            CampaignContext.Reader campaigns,
            List<ApprovalObstacleSource> obstacles) {
        this.evidenceReader = evidenceReader;
        this.conditionService = conditionService;
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
            conditionService.check(answers);
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
                evidenceReader
                        .required(
                                GateProcess.GATE_ID.get(gate),
                                campaign.pattern().orElse(null))
                        .stream()
                        .filter(item -> required.contains(item.item()))
                        .toList();
        List<String> missing = EvidenceReader.provided(items, gate).entrySet().stream()
                .filter(item -> item.getValue().isEmpty())
                .map(item -> item.getKey().name() + " (" + item.getKey().item() + ")")
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusalException(
                    GateProcess.GATE_OUTCOME.name(),
                    "cannot be an approval while evidence is missing: " + String.join(", ", missing));
        }
    }

    private void requireNoOpenCondition(String campaign) {
        List<String> open = conditionService.open(campaign);
        if (!open.isEmpty()) {
            throw new RefusalException(
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
            throw new RefusalException(
                    GateProcess.GATE_OUTCOME.name(), "cannot be an approval: " + String.join(" ", against));
        }
    }

    private static void requireUnchanged(Number seen, int version) {
        if (version != seen.intValue()) {
            throw new WorkChangedException(seen.intValue(), version);
        }
    }
}

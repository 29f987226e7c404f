package dev.convergence.campaign;

import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.engine.decision.DecisionTableEvaluator;
import dev.convergence.engine.variable.RefusalException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision {@code recommend-pattern}: which pattern of convergence suits a campaign, and why. */
@Component
class RecommendPatternDecision {

    private static final String DECISION = "recommend-pattern";

    private final DecisionTableEvaluator decisions;

    RecommendPatternDecision(DecisionTableEvaluator decisions) {
        this.decisions = decisions;
    }

    /**
     * What the decision answers.
     *
     * @param gap where readiness keeps the campaign below what it asks for; null where it does not
     */
    record Recommendation(String pattern, String gap, String reason) {}

    Recommendation recommend(CampaignRequest.Checklist checklist) {
        List<Map<String, Object>> rows = decisions.evaluate(
                DECISION,
                Map.of(
                        "complexity", checklist.complexity(),
                        "teamMaturity", checklist.teamMaturity(),
                        "dataInfrastructure", checklist.dataInfrastructure(),
                        "speed", checklist.speed()));
        if (rows.isEmpty()) {
            throw new RefusalException("checklist", "has no answer in the decision " + DECISION);
        }
        Map<String, Object> row = rows.get(0);
        return new Recommendation((String) row.get("pattern"), (String) row.get("gap"), (String) row.get("reason"));
    }

    /** The request with the pattern it names, or else with the one that its checklist asks for. */
    CampaignRequest withPattern(CampaignRequest request) {
        if (request.pattern() != null || request.checklist() == null) {
            return request;
        }
        return request.withPattern(recommend(request.checklist()).pattern());
    }
}

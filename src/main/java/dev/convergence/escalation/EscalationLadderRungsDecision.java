package dev.convergence.escalation;

import dev.convergence.calendar.WorkingTime;
import dev.convergence.engine.decision.DecisionTableEvaluator;
import dev.convergence.escalation.wait.StallKind;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision {@code escalation-ladder-rungs}. */
@Component
class EscalationLadderRungsDecision {

    private static final String DECISION = "escalation-ladder-rungs";

    private final DecisionTableEvaluator decisions;

    EscalationLadderRungsDecision(DecisionTableEvaluator decisions) {
        this.decisions = decisions;
    }

    Ladder of(StallKind kind, String priority) {
        return new Ladder(
                decisions.evaluate(DECISION, Map.of("stallKind", kind.incidentType(), "priority", priority)).stream()
                        .map(EscalationLadderRungsDecision::rung)
                        .toList());
    }

    private static Rung rung(Map<String, Object> row) {
        return new Rung(
                (String) row.get("rung"),
                WorkingTime.parseWait((String) row.get("at")),
                (String) row.get("tells"),
                Boolean.TRUE.equals(row.get("handsOver")),
                Boolean.TRUE.equals(row.get("stalled")));
    }
}

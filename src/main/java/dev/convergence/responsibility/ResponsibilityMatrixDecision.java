package dev.convergence.responsibility;

import dev.convergence.engine.decision.CachedDecisionTableEvaluator;
import dev.convergence.engine.decision.DecisionTableEvaluator;
import dev.convergence.engine.variable.RefusalException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision {@code responsibility-matrix}. */
@Component
public class ResponsibilityMatrixDecision {

    static final String DECISION = "responsibility-matrix";
    static final String TASK = "task";
    static final String PATTERN = "pattern";
    static final String RESPONSIBLE = "responsible";
    static final String ACCOUNTABLE = "accountable";
    static final String CONSULTED = "consulted";
    static final String INFORMED = "informed";

    private final DecisionTableEvaluator decisions;
    private final CachedDecisionTableEvaluator beside;

    ResponsibilityMatrixDecision(DecisionTableEvaluator decisions, CachedDecisionTableEvaluator beside) {
        this.decisions = decisions;
        this.beside = beside;
    }

    /**
     * Who does what about a task, gate or handoff.
     *
     * @param pattern the campaign's pattern, null where it has none yet
     * @throws Refusal where no rule fits
     */
    public Responsibility of(String task, String pattern) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(TASK, task);
        inputs.put(PATTERN, pattern);
        return responsibility(task, decisions.evaluate(DECISION, inputs));
    }

    /**
     * The same, asked beside the engine: for what is done more often than by people.
     *
     * @throws Refusal where no rule fits
     */
    public Responsibility beside(String task, String pattern) {
        return responsibility(task, beside.now().evaluate(DECISION, Map.of(TASK, task, PATTERN, pattern)));
    }

    private static Responsibility responsibility(String task, List<Map<String, Object>> rules) {
        if (rules.isEmpty()) {
            throw new RefusalException(ACCOUNTABLE, "of " + task + " is given by no rule of " + DECISION);
        }
        return responsibility(rules.get(0));
    }

    private static Responsibility responsibility(Map<String, Object> rule) {
        return new Responsibility(
                GroupListParser.in(rule.get(RESPONSIBLE)),
                (String) rule.get(ACCOUNTABLE),
                GroupListParser.in(rule.get(CONSULTED)),
                GroupListParser.in(rule.get(INFORMED)));
    }
}

package dev.convergence.engine.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.dmn.DecisionEvaluationBuilder;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/** Decision tables as process owners deployed them last. */
@Component
public class DecisionTableEvaluator {

    private final DecisionService decisions;

    DecisionTableEvaluator(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** The output of each matching rule, in the order of the rules. */
    public List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs) {
        return latest(decision).variables(inputs).evaluate().getResultList();
    }

    private DecisionEvaluationBuilder latest(String decision) {
        return knownId(decision)
                .map(decisions::evaluateDecisionTableById)
                .orElseGet(() -> decisions.evaluateDecisionTableByKey(decision));
    }

    private static Optional<String> knownId(String decision) {
        return Optional.ofNullable(Context.getCommandContext())
                .map((CommandContext command) -> command.getSession(LatestDecisionSession.class))
                .flatMap(known -> known.id(decision));
    }
}

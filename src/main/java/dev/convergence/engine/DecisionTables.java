package dev.convergence.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Decision tables as process owners deployed them last. */
@Component
public class DecisionTables {

    private final DecisionService decisions;

    DecisionTables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** The output of each matching rule, in the order of the rules. */
    public List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs) {
        return decisions
                .evaluateDecisionTableByKey(decision)
                .variables(inputs)
                .evaluate()
                .getResultList();
    }
}

package dev.convergence.node;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where no Node.js is installed; but in a CI run, where skipping would go unseen, lets them fail. */
final class NodeCondition implements ExecutionCondition {

    private static final String MISSING =
            "No Node.js 18 or later with npm on the path: install the packages nodejs and npm.";

    private final Map<String, String> environment;

    NodeCondition() {
        this(System.getenv());
    }

    NodeCondition(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (NodeTools.areOn(environment.getOrDefault("PATH", ""))) {
            return enabled("Node.js is installed.");
        }
        if (Boolean.parseBoolean(environment.get("CI"))) {
            throw new IllegalStateException(MISSING);
        }
        return disabled(MISSING);
    }
}

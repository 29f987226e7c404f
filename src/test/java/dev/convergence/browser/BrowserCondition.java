package dev.convergence.browser;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where no browser is installed; but in a CI run, where skipping would go unseen, lets them fail. */
final class BrowserCondition implements ExecutionCondition {

    private static final String MISSING =
            "No Chromium with its driver on the path: install the packages chromium and chromium-driver.";

    private final Map<String, String> environment;

    BrowserCondition() {
        this(System.getenv());
    }

    BrowserCondition(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (InstalledBrowser.on(environment.getOrDefault("PATH", "")).isPresent()) {
            return enabled("A browser is installed.");
        }
        if (Boolean.parseBoolean(environment.get("CI"))) {
            throw new IllegalStateException(MISSING);
        }
        return disabled(MISSING);
    }
}

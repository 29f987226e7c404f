package dev.convergence.operations;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where PostgreSQL's client is missing; but in a CI run, where skipping would go unseen, lets them fail. */
final class DebianPostgresCondition implements ExecutionCondition {

    private static final String MISSING =
            "No pg_dump with a server of its version below /usr/lib/postgresql: install the package postgresql.";

    private final Map<String, String> environment;
    private final Optional<Path> programs;

    DebianPostgresCondition() {
        this(System.getenv(), DebianPostgres.installed());
    }

    DebianPostgresCondition(Map<String, String> environment, Optional<Path> programs) {
        this.environment = environment;
        this.programs = programs;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (programs.isPresent()) {
            return enabled("PostgreSQL is installed.");
        }
        if (Boolean.parseBoolean(environment.get("CI"))) {
            throw new IllegalStateException(MISSING);
        }
        return disabled(MISSING);
    }
}

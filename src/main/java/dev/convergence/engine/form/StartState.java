package dev.convergence.engine.form;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** A process before it starts: there is nothing yet. */
public record StartState(CommandContext context) implements FormState {

    @Override
    public Optional<Object> value(String variable) {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> values(Set<String> names) {
        return Map.of();
    }

    @Override
    public boolean holds(String condition, Map<String, Object> values) {
        return FormConditionEvaluator.isTrue(condition, values, context);
    }
}

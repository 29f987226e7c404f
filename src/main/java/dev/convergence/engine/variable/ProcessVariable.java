package dev.convergence.engine.variable;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A process variable with its name and type, written down once per process.
 *
 * @param name the variable's name in models and forms
 * @param type what it holds; a value of another type is refused with a message that names the variable
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    /** The value, where the scope or one around it has one. */
    public Optional<T> find(VariableScope scope) {
        return cast(scope.getVariable(name));
    }

    /**
     * The value.
     *
     * @throws Refusal when there is none
     */
    public T get(VariableScope scope) {
        return find(scope).orElseThrow(() -> new RefusalException(name, "is missing"));
    }

    /** The value among those of a map, as a form or a query hands them over. */
    public Optional<T> find(java.util.Map<String, ?> values) {
        return cast(values.get(name));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    public void setLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, value);
    }

    /** Hands the value to the steps that follow in the same transaction; nothing is stored. */
    public void handOn(VariableScope scope, T value) {
        scope.setVariable(name, Variables.untypedValue(value, true));
    }

    private Optional<T> cast(Object value) {
        if (value == null || value.equals("")) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new RefusalException(
                    name,
                    "must be a " + type.getSimpleName() + ", not a "
                            + value.getClass().getSimpleName());
        }
        if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
            throw new RefusalException(name, "must be a number");
        }
        return Optional.of(type.cast(value));
    }
}

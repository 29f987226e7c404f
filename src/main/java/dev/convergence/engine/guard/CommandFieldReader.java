package dev.convergence.engine.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.DirectFieldAccessor;

/** What a command of the engine carries. The engine gives it to nobody, so it is read from the fields. */
final class CommandFieldReader {

    /** Where commands that write, or tell, keep variables or their names. */
    private static final List<String> VARIABLES = List.of(
            "variables",
            "deletions",
            "variableNames",
            "processVariables",
            "processVariablesLocal",
            "processVariablesToTriggeredScope",
            "builder.payloadProcessInstanceVariables",
            "builder.payloadProcessInstanceVariablesLocal",
            "builder.payloadProcessInstanceVariablesToTriggeredScope",
            "builder.variables");

    private final DirectFieldAccessor fields;

    CommandFieldReader(Command<?> command) {
        fields = new DirectFieldAccessor(command);
    }

    Object get(String path) {
        return fields.getPropertyValue(path);
    }

    String text(String path) {
        return (String) get(path);
    }

    Optional<Object> find(String path) {
        return fields.isReadableProperty(path) ? Optional.ofNullable(get(path)) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map(String path) {
        Map<String, Object> values = (Map<String, Object>) get(path);
        return values == null ? Map.of() : values;
    }

    /** The names of all variables, wherever the command has them. */
    List<String> variableNames() {
        List<String> names = new ArrayList<>();
        VARIABLES.forEach(path -> find(path).ifPresent(value -> names.addAll(names(value))));
        return names;
    }

    @SuppressWarnings("unchecked")
    private static Collection<String> names(Object variables) {
        return variables instanceof Map<?, ?> map ? (Collection<String>) map.keySet() : (Collection<String>) variables;
    }
}

package dev.convergence.engine.form;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.convergence.engine.variable.PlainVariableMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** A task as its form shows it. */
public record TaskState(TaskEntity task, CommandContext context) implements FormState {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Optional<Object> value(String variable) {
        TypedValue value = task.getVariableTyped(variable, false);
        return Optional.ofNullable(value).map(PlainVariableMapper::plain);
    }

    @Override
    public Map<String, Object> values(Set<String> names) {
        VariableMap shown = context.runWithoutAuthorization(new GetTaskFormVariablesCmd(task.getId(), names, false));
        Map<String, Object> values = new HashMap<>();
        shown.keySet().forEach(name -> values.put(name, read(shown.getValueTyped(name))));
        return values;
    }

    /** A condition looks into what is JSON. */
    private static Object read(TypedValue value) {
        try {
            return value instanceof SerializableValue json
                    ? JSON.readValue(json.getValueSerialized(), Object.class)
                    : value.getValue();
        } catch (IOException noJson) {
            return null;
        }
    }

    @Override
    public boolean holds(String condition, Map<String, Object> values) {
        return FormConditionEvaluator.isTrue(condition, values, context);
    }
}

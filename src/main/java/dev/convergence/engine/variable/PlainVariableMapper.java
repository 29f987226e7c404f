package dev.convergence.engine.variable;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Variables as plain values, JSON as text. A JSON variable that one part of a command has deserialized is handed to the
 * other parts, Tasklist's forms among them, as an object that they cannot read.
 */
public final class PlainVariableMapper {

    private PlainVariableMapper() {}

    public static Map<String, Object> of(VariableMap variables) {
        Map<String, Object> facts = new HashMap<>();
        variables.keySet().forEach(name -> facts.put(name, plain(variables.getValueTyped(name))));
        return facts;
    }

    public static Object plain(TypedValue value) {
        return value instanceof SerializableValue serializable ? serializable.getValueSerialized() : value.getValue();
    }
}

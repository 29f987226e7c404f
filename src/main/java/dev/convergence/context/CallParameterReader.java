package dev.convergence.context;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** What a model passes to the processes that it calls. */
public final class CallParameterReader {

    private CallParameterReader() {}

    /** The values that call activities of a model pass in for a variable, as far as the model writes them down. */
    public static List<String> passedIn(BpmnModelInstance model, ProcessVariable<String> processVariable) {
        return model.getModelElementsByType(CallActivity.class).stream()
                .flatMap(call -> passedIn(call, processVariable).stream())
                .distinct()
                .toList();
    }

    /** The names of the call activities of a model, by what they pass in for a variable. */
    public static Map<String, String> callersBy(BpmnModelInstance model, ProcessVariable<String> processVariable) {
        Map<String, String> names = new HashMap<>();
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            passedIn(call, processVariable).ifPresent(value -> names.put(value, call.getName()));
        }
        return names;
    }

    /** The value that a call activity passes in for a variable. */
    public static Optional<String> passedIn(CallActivity call, ProcessVariable<String> processVariable) {
        return Stream.ofNullable(call.getExtensionElements())
                .flatMap(extensions -> extensions.getElementsQuery().filterByType(CamundaIn.class).list().stream())
                .filter(in -> processVariable.name().equals(in.getCamundaTarget()))
                .map(CamundaIn::getCamundaSourceExpression)
                .filter(Objects::nonNull)
                .findFirst();
    }
}

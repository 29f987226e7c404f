package dev.convergence.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/** The last values of variables, of running and of ended process instances alike. */
@Component
public class HistoricVariables {

    private final HistoryService history;

    HistoricVariables(HistoryService history) {
        this.history = history;
    }

    /** The variables of each process instance by its id; those of its tasks included. One query. */
    public Map<String, Map<String, Object>> of(Collection<String> processInstanceIds) {
        Map<String, Map<String, Object>> values = new HashMap<>();
        if (processInstanceIds.isEmpty()) {
            return values;
        }
        history.createHistoricVariableInstanceQuery()
                .processInstanceIdIn(processInstanceIds.toArray(String[]::new))
                .disableCustomObjectDeserialization()
                .list()
                .forEach(variable -> put(values, variable));
        return values;
    }

    private static void put(Map<String, Map<String, Object>> values, HistoricVariableInstance variable) {
        values.computeIfAbsent(variable.getProcessInstanceId(), id -> new HashMap<>())
                .put(variable.getName(), variable.getValue());
    }
}

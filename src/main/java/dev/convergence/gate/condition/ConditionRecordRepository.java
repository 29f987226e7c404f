package dev.convergence.gate.condition;

import static dev.convergence.engine.variable.EngineTimeConverter.instant;

import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.gate.GateProcess;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** The conditions of campaigns, read off the engine's history: two queries, however many campaigns. */
@Component
public class ConditionRecordRepository {

    private final HistoryService history;
    private final HistoricVariableRepository variables;

    ConditionRecordRepository(HistoryService history, HistoricVariableRepository variables) {
        this.history = history;
        this.variables = variables;
    }

    /** All conditions of these campaigns, the oldest first; those that a cancellation ended are left out. */
    public List<ConditionRecord> of(Collection<String> campaignKeys) {
        List<HistoricTaskInstance> tasks = history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKeyIn(campaignKeys.toArray(String[]::new))
                .taskDefinitionKey(GateProcess.MEET_CONDITION)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list();
        Map<String, Map<String, Object>> values = variables.ofTasks(tasks);
        return RowReader.stream(
                        "condition",
                        tasks,
                        HistoricTaskInstance::getName,
                        task -> condition(task, values.getOrDefault(task.getId(), Map.of())))
                .filter(condition -> condition.metAt() == null || condition.result() != null)
                .toList();
    }

    private static ConditionRecord condition(HistoricTaskInstance task, Map<String, Object> values) {
        boolean ended = task.getEndTime() != null;
        return new ConditionRecord(
                task.getRootProcessInstanceId(),
                GateProcess.CONDITION_GATE.find(values).orElse(null),
                GateProcess.CONDITION_WHAT.find(values).orElse(null),
                GateProcess.CONDITION_OWNER.find(values).orElse(null),
                instant(task.getDueDate()),
                instant(task.getEndTime()),
                ended ? task.getAssignee() : null,
                ended ? task.getOwner() : null,
                GateProcess.CONDITION_RESULT.find(values).orElse(null));
    }
}

package dev.convergence.handoff;

import static dev.convergence.engine.variable.EngineTimeConverter.instant;

import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.engine.task.TaskAuthorReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** The handoffs of campaigns, read off the engine's history: two queries, however many campaigns. */
@Component
public class HandoffRepository {

    private final HistoryService history;
    private final HistoricVariableRepository variables;

    HandoffRepository(HistoryService history, HistoricVariableRepository variables) {
        this.history = history;
        this.variables = variables;
    }

    /** All handoffs of these campaigns, the oldest first. */
    public List<HandoffRecord> of(Collection<String> campaignKeys) {
        Map<String, HistoricTaskInstance> latest = new LinkedHashMap<>();
        history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKeyIn(campaignKeys.toArray(String[]::new))
                .processDefinitionKey(HandoffProcess.KEY)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .forEach(task -> latest.put(task.getProcessInstanceId(), task));
        Map<String, Map<String, Object>> values = variables.of(latest.keySet());
        return RowReader.all(
                "handoff",
                latest.values(),
                HistoricTaskInstance::getName,
                task -> handoff(task, values.getOrDefault(task.getProcessInstanceId(), Map.of())));
    }

    private static HandoffRecord handoff(HistoricTaskInstance task, Map<String, Object> values) {
        String id = HandoffProcess.HANDOFF_ID.find(values).orElse("");
        boolean answered =
                HandoffProcess.ACCEPT_HANDOFF.equals(task.getTaskDefinitionKey()) && task.getEndTime() != null;
        return new HandoffRecord(
                task.getRootProcessInstanceId(),
                id,
                CallActivityNameReader.within(task.getName(), id),
                HandoffProcess.HANDOFF_FROM.find(values).orElse(null),
                HandoffProcess.HANDOFF_TO.find(values).orElse(null),
                state(task, values),
                HandoffProcess.HANDOFF_WHAT.find(values).orElse(null),
                HandoffProcess.HANDOFF_WHERE.find(values).orElse(null),
                HandoffProcess.HANDOFF_GAPS.find(values).orElse(null),
                HandoffProcess.HANDOFF_LINKS.find(values).orElse(null),
                HandoffProcess.HANDOFF_COMMENT.find(values).orElse(null),
                answered ? task.getAssignee() : null,
                answered ? TaskAuthorReader.onBehalfOf(task).orElse(null) : null,
                answered ? instant(task.getEndTime()) : null,
                instant(task.getDueDate()));
    }

    private static String state(HistoricTaskInstance task, Map<String, Object> values) {
        if (HandoffProcess.PREPARE_HANDOFF.equals(task.getTaskDefinitionKey())) {
            return values.containsKey(HandoffProcess.HANDOFF_ACCEPTED.name()) ? "RETURNED" : "PREPARING";
        }
        return task.getEndTime() == null ? "SENT" : "ACCEPTED";
    }
}

package dev.convergence.campaign.dossier;

import dev.convergence.draft.TrackProcess;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.task.TaskAuthorReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/**
 * The work that a campaign's stages have done, with its result and links. By convention a form names its fields after
 * its task: {@code userTask_finaliseProduct} writes {@code finaliseProductResult} and {@code finaliseProductLinks}.
 */
@Component
class FinishedWorkReader {

    private static final String TASK_PREFIX = "userTask_";

    private final HistoryService history;
    private final HistoricVariableRepository variables;

    FinishedWorkReader(HistoryService history, HistoricVariableRepository variables) {
        this.history = history;
        this.variables = variables;
    }

    /** The last completion of each task that left a result, in the order of completion. */
    Collection<Map<String, Object>> of(String campaignInstanceId, String key) {
        if (key == null) {
            return List.of();
        }
        List<HistoricTaskInstance> tasks = history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(key)
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .asc()
                .list();
        Map<String, Map<String, Object>> values = variables.of(tasks.stream()
                .map(HistoricTaskInstance::getProcessInstanceId)
                .distinct()
                .toList());
        Map<String, Map<String, Object>> done = new LinkedHashMap<>();
        for (HistoricTaskInstance task : tasks) {
            // The drafts of tracks have versions, which are shown as such.
            if (TrackProcess.KEY.equals(task.getProcessDefinitionKey())) {
                continue;
            }
            String work = task.getTaskDefinitionKey().replaceFirst(TASK_PREFIX, "");
            Map<String, Object> instance = values.getOrDefault(task.getProcessInstanceId(), Map.of());
            Object result = instance.get(work + "Result");
            if (result != null) {
                done.remove(work);
                done.put(work, row(task, result, instance.get(work + "Links")));
            }
        }
        return done.values();
    }

    private static Map<String, Object> row(HistoricTaskInstance task, Object result, Object links) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("work", task.getName());
        row.put("by", TaskAuthorReader.inWords(task));
        row.put("result", result.toString());
        row.put("links", links == null ? "" : links.toString());
        return row;
    }
}

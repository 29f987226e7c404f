package dev.convergence.gate;

import static dev.convergence.engine.EngineTime.instant;

import dev.convergence.engine.CallerName;
import dev.convergence.engine.HistoricVariables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** The reviews of gates, read off the engine's history: two queries, however many campaigns. */
@Component
public class GateReviews {

    private final HistoryService history;
    private final HistoricVariables variables;

    GateReviews(HistoryService history, HistoricVariables variables) {
        this.history = history;
        this.variables = variables;
    }

    /** All reviews of these campaigns, the oldest first. Reviews that a cancellation ended undecided are left out. */
    public List<GateReview> of(Collection<String> campaignKeys) {
        List<HistoricTaskInstance> tasks = history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKeyIn(campaignKeys.toArray(String[]::new))
                .taskDefinitionKey(GateProcess.REVIEW_GATE)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list();
        Map<String, Map<String, Object>> values = variables.of(
                tasks.stream().map(HistoricTaskInstance::getProcessInstanceId).toList());
        Map<String, Integer> rounds = new HashMap<>();
        List<GateReview> reviews = new ArrayList<>();
        for (HistoricTaskInstance task : tasks) {
            Map<String, Object> gate = values.getOrDefault(task.getProcessInstanceId(), Map.of());
            if (task.getEndTime() == null || gate.containsKey(GateProcess.GATE_OUTCOME.name())) {
                reviews.add(review(task, gate, rounds));
            }
        }
        return reviews;
    }

    private static GateReview review(HistoricTaskInstance task, Map<String, Object> gate, Map<String, Integer> rounds) {
        String id = GateProcess.GATE_ID.find(gate).orElse("");
        int round = rounds.merge(task.getRootProcessInstanceId() + "/" + id, 1, Integer::sum);
        boolean decided = task.getEndTime() != null;
        return new GateReview(
                task.getRootProcessInstanceId(),
                task.getId(),
                id,
                CallerName.within(task.getName(), id),
                round,
                decided ? GateProcess.GATE_OUTCOME.find(gate).orElse(null) : null,
                decided ? task.getAssignee() : null,
                instant(task.getStartTime()),
                instant(task.getEndTime()),
                instant(task.getDueDate()),
                decided ? GateProcess.GATE_COMMENT.find(gate).orElse(null) : null,
                decided ? GateProcess.GATE_CONDITIONS.find(gate).orElse(null) : null);
    }
}

package dev.convergence.report;

import static dev.convergence.engine.variable.EngineTimeConverter.instant;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.escalation.wait.StallKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.springframework.stereotype.Component;

/** Waits for an answer, read off the engine's history: one query, and two for each thousand of them. */
@Component
class ObservedWaitRepository {

    private static final String[] TASKS = Arrays.stream(StallKind.values())
            .filter(StallKind::isAnswered)
            .map(StallKind::taskKey)
            .toArray(String[]::new);

    private final HistoryService history;
    private final HistoricVariableRepository variables;

    ObservedWaitRepository(HistoryService history, HistoricVariableRepository variables) {
        this.history = history;
        this.variables = variables;
    }

    /** Those answered at these moments or between them, the latest first; null is no limit. */
    List<ObservedWait> answered(Instant from, Instant to, int most) {
        HistoricTaskInstanceQuery answered = history.createHistoricTaskInstanceQuery()
                .taskDefinitionKeyIn(TASKS)
                .taskDeleteReason(TaskAuthorReader.COMPLETED)
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .desc();
        Optional.ofNullable(from).map(Date::from).ifPresent(answered::finishedAfter);
        Optional.ofNullable(to).map(Date::from).ifPresent(answered::finishedBefore);
        return waits(answered.listPage(0, most));
    }

    /** Those answered in one campaign. */
    List<ObservedWait> answeredIn(String campaign) {
        return waits(history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(campaign)
                .taskDefinitionKeyIn(TASKS)
                .taskDeleteReason(TaskAuthorReader.COMPLETED)
                .finished()
                .list());
    }

    /** Those open now, the oldest first. */
    List<ObservedWait> open(int most) {
        return waits(history.createHistoricTaskInstanceQuery()
                .taskDefinitionKeyIn(TASKS)
                .unfinished()
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .listPage(0, most));
    }

    private List<ObservedWait> waits(List<HistoricTaskInstance> tasks) {
        Map<String, Map<String, Object>> blocks = variables.of(ids(tasks, HistoricTaskInstance::getProcessInstanceId));
        Map<String, Map<String, Object>> campaigns =
                variables.of(ids(tasks, HistoricTaskInstance::getRootProcessInstanceId), CampaignContext.POLICY_FACTS);
        return RowReader.all(
                "wait",
                tasks,
                HistoricTaskInstance::getId,
                task -> wait(
                        task,
                        blocks.getOrDefault(task.getProcessInstanceId(), Map.of()),
                        campaigns.getOrDefault(task.getRootProcessInstanceId(), Map.of())));
    }

    private static List<String> ids(List<HistoricTaskInstance> tasks, Function<HistoricTaskInstance, String> id) {
        return tasks.stream().map(id).distinct().toList();
    }

    private static ObservedWait wait(HistoricTaskInstance task, Map<String, Object> block, Map<String, Object> facts) {
        StallKind kind = StallKind.ofTask(task.getTaskDefinitionKey());
        return new ObservedWait(
                task.getId(),
                kind,
                String.valueOf(block.get(kind.idVariable())),
                new CampaignContext(task.getRootProcessInstanceId(), null, facts),
                block,
                instant(task.getStartTime()),
                Optional.ofNullable(instant(task.getEndTime())),
                Optional.ofNullable(instant(task.getDueDate())));
    }
}

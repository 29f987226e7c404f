package dev.convergence.report;

import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.report.ObservedSync.State;
import dev.convergence.rhythm.SyncProcess;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricActivityInstanceQuery;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.springframework.stereotype.Component;

/** Syncs, read off the engine's history: a query for each state, and one for each thousand that were held. */
@Component
class ObservedSyncRepository {

    private final HistoryService history;

    ObservedSyncRepository(HistoryService history) {
        this.history = history;
    }

    /** Those recorded in a period, the latest first. */
    List<ObservedSync> held(ReportPeriod reportPeriod, int most) {
        HistoricTaskInstanceQuery held = history.createHistoricTaskInstanceQuery()
                .taskDefinitionKey(SyncProcess.HOLD_SYNC)
                .taskDeleteReason(TaskAuthorReader.COMPLETED)
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .desc();
        Optional.ofNullable(reportPeriod.begins()).map(Date::from).ifPresent(held::finishedAfter);
        Optional.ofNullable(reportPeriod.ends()).map(Date::from).ifPresent(held::finishedBefore);
        return held(held.listPage(0, most));
    }

    /** Those held and skipped in one campaign; a query for each of its rhythms. */
    List<ObservedSync> ofCampaign(String campaign) {
        List<ObservedSync> held = held(history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(campaign)
                .taskDefinitionKey(SyncProcess.HOLD_SYNC)
                .taskDeleteReason(TaskAuthorReader.COMPLETED)
                .finished()
                .list());
        Stream<ObservedSync> skipped = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(campaign)
                .processDefinitionKey(SyncProcess.KEY)
                .list()
                .stream()
                .flatMap(rhythm -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(rhythm.getId())
                        .activityId(SyncProcess.SYNC_SKIPPED)
                        .list()
                        .stream())
                .map(ObservedSyncRepository::skipped);
        return Stream.concat(held.stream(), skipped).toList();
    }

    private List<ObservedSync> held(List<HistoricTaskInstance> tasks) {
        Map<String, Map<String, Object>> figures = new HashMap<>();
        ListPartitioner.of(tasks).forEach(chunk -> figures(chunk, figures));
        return RowReader.all(
                "sync",
                tasks,
                HistoricTaskInstance::getId,
                task -> held(task, figures.getOrDefault(task.getId(), Map.of())));
    }

    /** Those skipped in a period, the latest first. */
    List<ObservedSync> skipped(ReportPeriod reportPeriod, int most) {
        HistoricActivityInstanceQuery skipped = history.createHistoricActivityInstanceQuery()
                .activityId(SyncProcess.SYNC_SKIPPED)
                .orderByHistoricActivityInstanceStartTime()
                .desc();
        Optional.ofNullable(reportPeriod.begins()).map(Date::from).ifPresent(skipped::startedAfter);
        Optional.ofNullable(reportPeriod.ends()).map(Date::from).ifPresent(skipped::startedBefore);
        return skipped.listPage(0, most).stream()
                .map(ObservedSyncRepository::skipped)
                .toList();
    }

    /** Those that wait to be recorded, the oldest first. */
    List<ObservedSync> open(int most) {
        return history
                .createHistoricTaskInstanceQuery()
                .taskDefinitionKey(SyncProcess.HOLD_SYNC)
                .unfinished()
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .listPage(0, most)
                .stream()
                .map(task -> without(task.getProcessInstanceId(), State.OPEN, task.getStartTime()))
                .toList();
    }

    private void figures(List<HistoricTaskInstance> tasks, Map<String, Map<String, Object>> figures) {
        history.createHistoricVariableInstanceQuery()
                .taskIdIn(tasks.stream().map(HistoricTaskInstance::getId).toArray(String[]::new))
                .variableNameIn(SyncProcess.SYNC_MINUTES.name(), SyncProcess.SYNC_ATTENDANTS.name())
                .list()
                .forEach(figure -> RowReader.one(
                                "figure of sync", figure.getTaskId(), () -> Optional.ofNullable(figure.getValue()))
                        .ifPresent(value -> figures.computeIfAbsent(figure.getTaskId(), id -> new HashMap<>())
                                .put(figure.getName(), value.orElse(null))));
    }

    private static ObservedSync held(HistoricTaskInstance task, Map<String, Object> figures) {
        return new ObservedSync(
                task.getProcessInstanceId(),
                State.HELD,
                SyncProcess.SYNC_MINUTES.find(figures).map(Number::intValue).orElse(0),
                SyncProcess.SYNC_ATTENDANTS.find(figures).map(Number::intValue).orElse(0),
                task.getEndTime().toInstant());
    }

    private static ObservedSync skipped(HistoricActivityInstance event) {
        return without(event.getProcessInstanceId(), State.SKIPPED, event.getStartTime());
    }

    private static ObservedSync without(String rhythm, State state, Date at) {
        return new ObservedSync(rhythm, state, 0, 0, at.toInstant());
    }
}

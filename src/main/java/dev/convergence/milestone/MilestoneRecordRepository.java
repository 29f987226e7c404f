package dev.convergence.milestone;

import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.engine.variable.EngineTimeConverter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** The milestones of campaigns, read off the engine: three queries, and three more where some are open. */
@Component
public class MilestoneRecordRepository {

    private final HistoryService history;
    private final HistoricVariableRepository variables;
    private final ParticipantReader participantReader;

    MilestoneRecordRepository(
            HistoryService history, HistoricVariableRepository variables, ParticipantReader participantReader) {
        this.history = history;
        this.variables = variables;
        this.participantReader = participantReader;
    }

    /** All milestones of these campaigns that were set so far, the oldest first. */
    public List<MilestoneRecord> of(Collection<String> campaignKeys) {
        Map<String, HistoricTaskInstance> latest = new LinkedHashMap<>();
        history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKeyIn(campaignKeys.toArray(String[]::new))
                .processDefinitionKey(MilestoneProcess.KEY)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .forEach(task -> latest.put(task.getProcessInstanceId(), task));
        if (latest.isEmpty()) {
            return List.of();
        }
        Map<String, HistoricProcessInstance> blocks = blocks(latest.keySet());
        Map<String, Map<String, Object>> values = variables.of(latest.keySet());
        Map<String, List<ParticipantReader.State>> coming =
                participantReader.comingTo(campaignKeys, open(blocks, values));
        return RowReader.all(
                "milestone",
                latest.values(),
                HistoricTaskInstance::getName,
                task -> milestone(
                        task,
                        blocks.get(task.getProcessInstanceId()),
                        values.getOrDefault(task.getProcessInstanceId(), Map.of()),
                        coming.getOrDefault(task.getProcessInstanceId(), List.of())));
    }

    private static List<ParticipantReader.Open> open(
            Map<String, HistoricProcessInstance> blocks, Map<String, Map<String, Object>> values) {
        return blocks.values().stream()
                .filter(block -> block.getEndTime() == null && block.getSuperProcessInstanceId() != null)
                .map(block -> new ParticipantReader.Open(
                        block.getId(),
                        id(values.getOrDefault(block.getId(), Map.of())),
                        block.getSuperProcessInstanceId()))
                .toList();
    }

    private static String id(Map<String, Object> values) {
        return MilestoneProcess.MILESTONE_ID.find(values).orElse("");
    }

    private Map<String, HistoricProcessInstance> blocks(Set<String> ids) {
        return history.createHistoricProcessInstanceQuery().processInstanceIds(ids).list().stream()
                .collect(Collectors.toMap(HistoricProcessInstance::getId, block -> block));
    }

    private MilestoneRecord milestone(
            HistoricTaskInstance task,
            HistoricProcessInstance block,
            Map<String, Object> values,
            List<ParticipantReader.State> coming) {
        String id = id(values);
        boolean reached = HistoricProcessInstance.STATE_COMPLETED.equals(block.getState());
        boolean declared = MilestoneProcess.ACTION
                .find(values)
                .filter(MilestoneAction.REACHED::isThat)
                .isPresent();
        return new MilestoneRecord(
                task.getRootProcessInstanceId(),
                id,
                CallActivityNameReader.within(task.getName(), id),
                EngineTimeConverter.instant(task.getDueDate()),
                reached ? EngineTimeConverter.instant(block.getEndTime()) : null,
                declared ? MilestoneProcess.DONE_BY.find(values).orElse(null) : null,
                MilestoneProcess.COMMENT.find(values).orElse(null),
                missing(coming));
    }

    private static List<String> missing(List<ParticipantReader.State> coming) {
        return coming.stream()
                .filter(state -> !state.arrived())
                .map(ParticipantReader.State::track)
                .toList();
    }
}

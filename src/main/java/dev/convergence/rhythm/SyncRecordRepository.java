package dev.convergence.rhythm;

import static dev.convergence.engine.variable.EngineTimeConverter.instant;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.task.TaskAuthorReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/**
 * The syncs of a campaign, read off the engine's history: four queries, one more for each rhythm that it had, and the
 * agenda of each sync that is open. What the end of the campaign cut short is left out.
 */
@Component
public class SyncRecordRepository {

    private final HistoryService history;
    private final HistoricVariableRepository variables;
    private final AgendaReader agendaReader;
    private final SyncCadenceDecision syncCadenceDecision;
    private final CampaignContext.Reader campaigns;

    SyncRecordRepository(
            HistoryService history,
            HistoricVariableRepository variables,
            AgendaReader agendaReader,
            SyncCadenceDecision syncCadenceDecision,
            CampaignContext.Reader campaigns) {
        this.history = history;
        this.variables = variables;
        this.agendaReader = agendaReader;
        this.syncCadenceDecision = syncCadenceDecision;
        this.campaigns = campaigns;
    }

    /** Whether there is or was anything under this key. */
    boolean isCampaign(String key) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }

    /** The newest first, what is planned before that. */
    public List<SyncRecord> of(String key) {
        List<Rhythm> rhythms = rhythms(key);
        Map<String, Rhythm> byId = rhythms.stream().collect(Collectors.toMap(Rhythm::id, rhythm -> rhythm));
        List<HistoricTaskInstance> tasks = tasks(key);
        Set<String> open = tasks.stream()
                .filter(task -> task.getEndTime() == null)
                .map(HistoricTaskInstance::getProcessInstanceId)
                .collect(Collectors.toSet());
        return Stream.of(
                        rhythms.stream()
                                .filter(rhythm -> rhythm.instance().getEndTime() == null && !open.contains(rhythm.id()))
                                .flatMap(rhythm ->
                                        RowReader.one("planned sync", rhythm.id(), () -> planned(rhythm)).stream()),
                        met(tasks, byId),
                        RowReader.stream("skipped syncs of", rhythms, Rhythm::id, this::skipped)
                                .flatMap(skipped -> skipped))
                .flatMap(records -> records)
                .sorted(Comparator.comparing(SyncRecord::at).reversed())
                .toList();
    }

    /** One running or ended process of syncs of one kind. */
    private record Rhythm(HistoricProcessInstance instance, Map<String, Object> values) {

        String id() {
            return instance.getId();
        }

        String kind() {
            return SyncProcess.SYNC_KIND.find(values).orElse(SyncKind.WEEKLY_SYNC.id());
        }
    }

    private List<Rhythm> rhythms(String key) {
        List<HistoricProcessInstance> instances = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey(SyncProcess.KEY)
                .orderByProcessInstanceStartTime()
                .desc()
                .list();
        Map<String, Map<String, Object>> values = variables.of(
                instances.stream().map(HistoricProcessInstance::getId).toList(),
                Set.of(SyncProcess.SYNC_KIND.name(), SyncProcess.NEXT_SYNC_AT.name(), SyncProcess.SYNC_SINCE.name()));
        return instances.stream()
                .map(instance -> new Rhythm(instance, values.getOrDefault(instance.getId(), Map.of())))
                .toList();
    }

    private List<HistoricTaskInstance> tasks(String key) {
        return history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(SyncProcess.HOLD_SYNC)
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .list();
    }

    private SyncRecord planned(Rhythm rhythm) {
        Instant at =
                SyncProcess.NEXT_SYNC_AT.find(rhythm.values()).orElseThrow().toInstant();
        Integer minutes = SyncKind.withId(rhythm.kind())
                .flatMap(kind -> syncCadenceDecision.find(kind, campaign(rhythm)))
                .map(Cadence::minutes)
                .orElse(null);
        return SyncRecord.planned(rhythm.kind(), at, minutes);
    }

    private CampaignContext campaign(Rhythm rhythm) {
        return campaigns.of(
                rhythm.instance().getRootProcessInstanceId(), rhythm.instance().getBusinessKey());
    }

    private Stream<SyncRecord> met(List<HistoricTaskInstance> tasks, Map<String, Rhythm> rhythms) {
        Map<String, Map<String, Object>> values = variables.ofTasks(tasks);
        Predicate<HistoricTaskInstance> counts =
                task -> task.getEndTime() == null || TaskAuthorReader.COMPLETED.equals(task.getDeleteReason());
        return tasks.stream()
                .filter(counts.and(task -> rhythms.containsKey(task.getProcessInstanceId())))
                .flatMap(task -> RowReader.one(
                        "sync",
                        task.getId(),
                        () -> met(
                                task,
                                values.getOrDefault(task.getId(), Map.of()),
                                rhythms.get(task.getProcessInstanceId())))
                        .stream());
    }

    private SyncRecord met(HistoricTaskInstance task, Map<String, Object> values, Rhythm rhythm) {
        boolean held = task.getEndTime() != null;
        Agenda agenda = held ? recorded(values) : now(rhythm);
        return new SyncRecord(
                rhythm.kind(),
                SyncProcess.SYNC_AT.find(values).map(Date::toInstant).orElseGet(() -> task.getStartTime()
                        .toInstant()),
                held ? SyncRecord.State.HELD : SyncRecord.State.OPEN,
                SyncProcess.SYNC_MINUTES.find(values).map(Number::intValue).orElse(null),
                held
                        ? SyncProcess.SYNC_ATTENDANTS
                                .find(values)
                                .map(Number::intValue)
                                .orElse(null)
                        : null,
                SyncProcess.SYNC_NOTES.find(values).orElse(null),
                held ? task.getAssignee() : null,
                held ? TaskAuthorReader.onBehalfOf(task).orElse(null) : null,
                instant(task.getEndTime()),
                agenda.progress(),
                agenda.blockers());
    }

    private Agenda recorded(Map<String, Object> values) {
        return Optional.ofNullable(values.get(SyncProcess.SYNC_AGENDA.name()))
                .map(Objects::toString)
                .map(agendaReader::read)
                .orElse(Agenda.NOTHING);
    }

    private Agenda now(Rhythm rhythm) {
        return SyncProcess.SYNC_SINCE
                .find(rhythm.values())
                .map(since -> agendaReader.of(campaign(rhythm), since.toInstant()))
                .orElse(Agenda.NOTHING);
    }

    private Stream<SyncRecord> skipped(Rhythm rhythm) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(rhythm.id())
                .activityId(SyncProcess.SYNC_SKIPPED)
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .list()
                .stream()
                .map(passed ->
                        SyncRecord.skipped(rhythm.kind(), passed.getStartTime().toInstant()));
    }
}

package dev.convergence.escalation;

import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.engine.RowReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Everything that is stalled, read off the engine's open incidents. */
@Component
public class StallReader {

    private static final int MOST = 1000;
    private static final String STALL = "stall";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkingCalendars calendars;
    private final Clock clock;

    StallReader(RuntimeService runtime, TaskService tasks, WorkingCalendars calendars, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** All open stalls, the longest standing first; at most 1,000 of each kind. A handful of queries. */
    public List<Stall> all() {
        return stalls(Arrays.stream(StallKind.values())
                .flatMap(kind -> incidents(kind).stream())
                .sorted(Comparator.comparing(Incident::getIncidentTimestamp))
                .toList());
    }

    /** The open stalls of one campaign. */
    public List<Stall> of(String campaign) {
        return of(List.of(campaign));
    }

    /**
     * The open stalls of these campaigns, the longest standing first. What other campaigns wait for is not read; each
     * stall found costs one query by its id.
     *
     * @param campaigns campaign keys
     */
    public List<Stall> of(Collection<String> campaigns) {
        String[] waits = waits(campaigns);
        if (waits.length == 0) {
            return List.of();
        }
        return stalls(
                runtime
                        .createVariableInstanceQuery()
                        .variableName(EscalationProcess.STALL_ID.name())
                        .taskIdIn(waits)
                        .list()
                        .stream()
                        .flatMap(
                                id -> RowReader.one(STALL, id.getTaskId(), () -> incident((String) id.getValue())
                                                .orElse(null))
                                        .stream())
                        .sorted(Comparator.comparing(Incident::getIncidentTimestamp))
                        .toList());
    }

    public Optional<Stall> withId(String id) {
        return incident(id)
                .filter(incident -> Arrays.stream(StallKind.values()).anyMatch(kind -> isWait(incident, kind)))
                .flatMap(incident -> stalls(List.of(incident)).stream().findFirst());
    }

    private Optional<Incident> incident(String id) {
        return Optional.ofNullable(runtime.createIncidentQuery().incidentId(id).singleResult());
    }

    /** The tasks of these campaigns that may have stalled. */
    private String[] waits(Collection<String> campaigns) {
        if (campaigns.isEmpty()) {
            return new String[0];
        }
        String[] kinds =
                Arrays.stream(StallKind.values()).map(StallKind::taskKey).toArray(String[]::new);
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKeyIn(campaigns.toArray(String[]::new))
                .taskDefinitionKeyIn(kinds)
                .list()
                .stream()
                .map(Task::getId)
                .toArray(String[]::new);
    }

    private static boolean isWait(Incident incident, StallKind kind) {
        return kind.incidentType().equals(incident.getIncidentType())
                && kind.taskKey().equals(incident.getActivityId());
    }

    /** The engine repeats an incident on the calling executions; only the one on the wait itself counts. */
    private List<Incident> incidents(StallKind kind) {
        return runtime.createIncidentQuery()
                .incidentType(kind.incidentType())
                .activityId(kind.taskKey())
                .orderByIncidentTimestamp()
                .asc()
                .listPage(0, MOST);
    }

    private List<Stall> stalls(List<Incident> incidents) {
        if (incidents.isEmpty()) {
            return List.of();
        }
        String[] taskIds = incidents.stream().map(Incident::getConfiguration).toArray(String[]::new);
        Map<String, Task> byId = tasks.createTaskQuery().taskIdIn(taskIds).list().stream()
                .collect(Collectors.toMap(Task::getId, Function.identity()));
        Map<String, Map<String, Object>> variables = taskVariables(taskIds);
        Map<String, ProcessInstance> blocks = blocks(incidents);
        return RowReader.all(
                STALL,
                incidents.stream()
                        .filter(incident -> byId.containsKey(incident.getConfiguration())
                                && blocks.containsKey(incident.getProcessInstanceId()))
                        .toList(),
                Incident::getId,
                incident -> stall(
                        incident,
                        byId.get(incident.getConfiguration()),
                        variables.getOrDefault(incident.getConfiguration(), Map.of()),
                        blocks.get(incident.getProcessInstanceId())));
    }

    private Map<String, Map<String, Object>> taskVariables(String[] taskIds) {
        Map<String, Map<String, Object>> variables = new HashMap<>();
        for (VariableInstance variable :
                runtime.createVariableInstanceQuery().taskIdIn(taskIds).list()) {
            RowReader.one(
                            "variable " + variable.getName() + " of",
                            variable.getTaskId(),
                            () -> Optional.ofNullable(variable.getValue()))
                    .ifPresent(value -> variables
                            .computeIfAbsent(variable.getTaskId(), id -> new HashMap<>())
                            .put(variable.getName(), value.orElse(null)));
        }
        return variables;
    }

    private Map<String, ProcessInstance> blocks(List<Incident> incidents) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        incidents.stream().map(Incident::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
    }

    private Stall stall(Incident incident, Task task, Map<String, Object> variables, ProcessInstance block) {
        StallKind kind = StallKind.ofIncidentType(incident.getIncidentType());
        Instant dueAt = task.getDueDate().toInstant();
        return new Stall(
                incident.getId(),
                kind.incidentType(),
                block.getBusinessKey(),
                (String) variables.get(kind.idVariable()),
                (String) variables.get(kind.nameVariable()),
                incident.getIncidentMessage(),
                new Stall.WaitingFor(
                        EscalationProcess.WAITING_FOR.find(variables).orElse(null), task.getAssignee()),
                dueAt,
                RowReader.one(STALL, incident.getId(), () -> overdue(dueAt, variables))
                        .orElse(Duration.ZERO),
                EscalationProcess.RUNG.find(variables).orElse(null),
                task.getId(),
                block.getRootProcessInstanceId());
    }

    private Duration overdue(Instant dueAt, Map<String, Object> variables) {
        return EscalationProcess.WAITING_CALENDAR
                .find(variables)
                .map(name -> calendars.named(name).between(dueAt, clock.instant()))
                .orElse(Duration.ZERO);
    }
}

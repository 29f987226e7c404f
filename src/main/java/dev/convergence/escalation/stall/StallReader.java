package dev.convergence.escalation.stall;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.engine.query.RowReader;
import dev.convergence.escalation.wait.EscalationProcess;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.paging.Page;
import dev.convergence.paging.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Everything that is stalled, read off the engine's open incidents. */
@Component
public class StallReader {

    private static final String STALL = "stall";

    private final StallIncidentRepository incidents;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkingCalendarRegistry calendars;
    private final Clock clock;

    StallReader(
            StallIncidentRepository incidents,
            RuntimeService runtime,
            TaskService tasks,
            WorkingCalendarRegistry calendars,
            Clock clock) {
        this.incidents = incidents;
        this.runtime = runtime;
        this.tasks = tasks;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** A page of all open stalls, the longest standing first. Five queries, however many there are. */
    Page<Stall> all(PageRequest page) {
        return new Page<>(stalls(incidents.page(page.first(), page.max())), incidents.count());
    }

    /** The open stalls of one campaign. */
    public List<Stall> of(String campaign) {
        return of(List.of(campaign));
    }

    /**
     * The open stalls of these campaigns, the longest standing first. What other campaigns wait for is not read; six
     * queries, however many stalls there are.
     *
     * @param campaigns campaign keys
     */
    public List<Stall> of(Collection<String> campaigns) {
        String[] waits = waits(campaigns);
        if (waits.length == 0) {
            return List.of();
        }
        return stalls(incidents.withIds(RowReader.all(
                STALL,
                runtime.createVariableInstanceQuery()
                        .variableName(EscalationProcess.STALL_ID.name())
                        .taskIdIn(waits)
                        .list(),
                VariableInstance::getTaskId,
                id -> (String) id.getValue())));
    }

    public Optional<Stall> withId(String id) {
        return stalls(incidents.withIds(List.of(id))).stream().findFirst();
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

    private List<Stall> stalls(List<StallIncident> incidents) {
        if (incidents.isEmpty()) {
            return List.of();
        }
        String[] taskIds = incidents.stream().map(StallIncident::taskId).toArray(String[]::new);
        Map<String, Task> byId = tasks.createTaskQuery().taskIdIn(taskIds).list().stream()
                .collect(Collectors.toMap(Task::getId, Function.identity()));
        Map<String, Map<String, Object>> variables = taskVariables(taskIds);
        Map<String, ProcessInstance> blocks = blocks(incidents);
        return RowReader.all(
                STALL,
                incidents.stream()
                        .filter(incident ->
                                byId.containsKey(incident.taskId()) && blocks.containsKey(incident.blockId()))
                        .toList(),
                StallIncident::id,
                incident -> stall(
                        incident,
                        byId.get(incident.taskId()),
                        variables.getOrDefault(incident.taskId(), Map.of()),
                        blocks.get(incident.blockId())));
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

    private Map<String, ProcessInstance> blocks(List<StallIncident> incidents) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        incidents.stream().map(StallIncident::blockId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
    }

    private Stall stall(StallIncident incident, Task task, Map<String, Object> variables, ProcessInstance block) {
        StallKind kind = incident.kind();
        Instant dueAt = task.getDueDate().toInstant();
        return new Stall(
                incident.id(),
                kind.incidentType(),
                block.getBusinessKey(),
                (String) variables.get(kind.idVariable()),
                (String) variables.get(kind.nameVariable()),
                incident.message(),
                new Stall.WaitingFor(
                        EscalationProcess.WAITING_FOR.find(variables).orElse(null), task.getAssignee()),
                dueAt,
                RowReader.one(STALL, incident.id(), () -> overdue(dueAt, variables))
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

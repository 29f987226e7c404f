package dev.convergence.escalation;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/**
 * Raises and resolves the incident that makes a stall visible. It stands on the waiting task's own execution, so that
 * Cockpit shows it on the task, and the engine repeats it on the pattern and on the campaign.
 */
@Component
public class Stalls {

    private final RuntimeService runtime;
    private final TaskService tasks;

    Stalls(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Raises the incident, unless the wait has one already. */
    void raise(Wait wait) {
        if (tasks.getVariableLocal(wait.taskId(), EscalationProcess.STALL_ID.name()) != null) {
            return;
        }
        Incident incident = runtime.createIncident(
                wait.kind().incidentType(), wait.executionId(), wait.taskId(), RungNotices.text(wait));
        tasks.setVariablesLocal(
                wait.taskId(),
                Map.of(
                        EscalationProcess.STALL_ID.name(), incident.getId(),
                        EscalationProcess.WAITING_FOR.name(), wait.group(),
                        EscalationProcess.WAITING_CALENDAR.name(),
                                wait.calendar().name()));
    }

    /** Ends the stall of a task that is being decided, so that history says resolved. Costs nothing where none is. */
    public void resolve(DelegateTask task) {
        stallId(task).ifPresent(incident -> {
            runtime.resolveIncident(incident);
            clearManagersTasks(task.getExecution().getProcessBusinessKey());
        });
    }

    /** Ends the stall of a task that goes on waiting, because its due date was moved. */
    void resolve(String taskId, String campaign) {
        Object incident = tasks.getVariableLocal(taskId, EscalationProcess.STALL_ID.name());
        if (incident != null) {
            runtime.resolveIncident(incident.toString());
            tasks.removeVariableLocal(taskId, EscalationProcess.STALL_ID.name());
            clearManagersTasks(campaign);
        }
    }

    private static Optional<String> stallId(DelegateTask task) {
        return Optional.ofNullable((String) task.getVariableLocal(EscalationProcess.STALL_ID.name()));
    }

    /** The campaign manager's task to see to a stall is void once nothing of the campaign is stalled any more. */
    private void clearManagersTasks(String campaign) {
        if (campaign != null && !anyOpen(campaign)) {
            runtime.createMessageCorrelation(EscalationProcess.STALLS_CLEARED)
                    .processInstanceBusinessKey(campaign)
                    .correlateAll();
        }
    }

    private boolean anyOpen(String campaign) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(campaign)
                        .incidentType(StallKind.STALLED_GATE.incidentType())
                        .count()
                > 0;
    }
}

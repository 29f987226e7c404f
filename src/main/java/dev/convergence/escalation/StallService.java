package dev.convergence.escalation;

import dev.convergence.escalation.wait.EscalationProcess;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.Wait;
import dev.convergence.escalation.wait.WaitTexts;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Raises and resolves the incident that makes a stall visible. It stands on the waiting task's own execution, so that
 * Cockpit shows it on the task, and the engine repeats it on the pattern and on the campaign.
 */
@Component
public class StallService {

    /** On a task that was given to somebody by an action on its stall: who did that. */
    public static final String REASSIGNED_BY = "reassignedBy";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EventPublisher eventPublisher;
    private final WaitTexts texts;

    StallService(RuntimeService runtime, TaskService tasks, EventPublisher eventPublisher, WaitTexts texts) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.eventPublisher = eventPublisher;
        this.texts = texts;
    }

    /** @param value of {@link #REASSIGNED_BY}, where the task has one */
    public static Optional<String> reassignedBy(Object value) {
        return Optional.ofNullable(value).map(Object::toString);
    }

    /** Raises the incident, unless the wait has one already. */
    void raise(Wait wait) {
        if (tasks.getVariableLocal(wait.taskId(), EscalationProcess.STALL_ID.name()) != null) {
            return;
        }
        String text = texts.of(wait);
        Incident incident = runtime.createIncident(wait.kind().incidentType(), wait.executionId(), wait.taskId(), text);
        tasks.setVariablesLocal(
                wait.taskId(),
                Map.of(
                        EscalationProcess.STALL_ID.name(), incident.getId(),
                        EscalationProcess.WAITING_FOR.name(), wait.group(),
                        EscalationProcess.WAITING_CALENDAR.name(),
                                wait.calendar().name()));
        Map<String, String> cause = Map.of("kind", wait.kind().incidentType(), "cause", text);
        eventPublisher.happened(EventTypeCatalog.STALL_RAISED, wait.campaign().key(), wait.id(), cause);
    }

    /** Ends the stall of a task that is being decided, so that history says resolved. Costs nothing where none is. */
    public void resolve(DelegateTask task) {
        stallId(task).ifPresent(incident -> {
            runtime.resolveIncident(incident);
            String campaign = task.getExecution().getProcessBusinessKey();
            clearManagersTasks(campaign, task.getExecutionId());
            StallKind kind = StallKind.ofTask(task.getTaskDefinitionKey());
            tellResolved(kind, campaign, String.valueOf(task.getVariable(kind.idVariable())));
        });
    }

    /** Ends the stall of a block whose wait is about to end without anybody completing its task. */
    public void resolve(StallKind kind, String blockId, String campaign, String about) {
        Task task = tasks.createTaskQuery()
                .processInstanceId(blockId)
                .taskDefinitionKey(kind.taskKey())
                .singleResult();
        if (task != null) {
            resolve(task.getId(), task.getExecutionId(), kind, campaign, about);
        }
    }

    /** Ends the stall of a task that goes on waiting, because its due date was moved. */
    void resolve(Wait wait) {
        resolve(wait.taskId(), wait.executionId(), wait.kind(), wait.campaign().key(), wait.id());
    }

    /** The task forgets its incident: it may stall again. */
    private void resolve(String taskId, String executionId, StallKind kind, String campaign, String about) {
        Object incident = tasks.getVariableLocal(taskId, EscalationProcess.STALL_ID.name());
        if (incident != null) {
            runtime.resolveIncident(incident.toString());
            tasks.removeVariableLocal(taskId, EscalationProcess.STALL_ID.name());
            clearManagersTasks(campaign, executionId);
            tellResolved(kind, campaign, about);
        }
    }

    private void tellResolved(StallKind kind, String campaign, String about) {
        eventPublisher.happened(EventTypeCatalog.STALL_RESOLVED, campaign, about, Map.of("kind", kind.incidentType()));
    }

    private static Optional<String> stallId(DelegateTask task) {
        return Optional.ofNullable((String) task.getVariableLocal(EscalationProcess.STALL_ID.name()));
    }

    /** The campaign manager's task to see to a stall is void once nothing else of the campaign is stalled. */
    private void clearManagersTasks(String campaign, String resolvedExecutionId) {
        if (campaign != null && !anyOtherOpen(campaign, resolvedExecutionId)) {
            runtime.createMessageCorrelation(EscalationProcess.STALLS_CLEARED)
                    .processInstanceBusinessKey(campaign)
                    .correlateAll();
        }
    }

    /** What this transaction has resolved is still open to a query: it is written when the transaction ends. */
    private boolean anyOtherOpen(String campaign, String resolvedExecutionId) {
        return Arrays.stream(StallKind.values())
                .flatMap(kind -> runtime
                        .createExecutionQuery()
                        .processInstanceBusinessKey(campaign)
                        .activityId(kind.taskKey())
                        .incidentType(kind.incidentType())
                        .list()
                        .stream())
                .anyMatch(execution -> !execution.getId().equals(resolvedExecutionId));
    }
}

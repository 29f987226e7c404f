package dev.convergence.engine.task;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;

/**
 * A task that somebody has completed; one that was cancelled is none.
 *
 * @param instance its process instance
 * @param root the process instance at the top
 * @param processKey the key of its process
 * @param taskKey its id in the model
 * @param assignee who completed it; null where nobody is on record
 * @param owner for whom, where that was for somebody; null otherwise
 */
public record DoneTask(String instance, String root, String processKey, String taskKey, String assignee, String owner) {

    /** Those among what history has. */
    public static Stream<DoneTask> among(List<HistoricTaskInstance> tasks) {
        return tasks.stream()
                .filter(task -> TaskAuthorReader.COMPLETED.equals(task.getDeleteReason()))
                .map(task -> new DoneTask(
                        task.getProcessInstanceId(),
                        task.getRootProcessInstanceId(),
                        task.getProcessDefinitionKey(),
                        task.getTaskDefinitionKey(),
                        task.getAssignee(),
                        task.getOwner()));
    }

    /** Those that this transaction has completed: a query does not find them before it ends. */
    public static Stream<DoneTask> justNow() {
        if (Context.getCommandContext() == null) {
            return Stream.empty();
        }
        return Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntitiesByType(HistoricTaskInstanceEventEntity.class)
                .stream()
                .filter(task -> TaskAuthorReader.COMPLETED.equals(task.getDeleteReason()))
                .map(task -> new DoneTask(
                        task.getProcessInstanceId(),
                        task.getRootProcessInstanceId(),
                        task.getProcessDefinitionKey(),
                        task.getTaskDefinitionKey(),
                        task.getAssignee(),
                        task.getOwner()));
    }

    /** Who did it, and for whom. */
    public Stream<String> people() {
        return Stream.of(assignee, owner).filter(Objects::nonNull);
    }
}

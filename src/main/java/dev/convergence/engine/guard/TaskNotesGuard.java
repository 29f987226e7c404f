package dev.convergence.engine.guard;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Comments and attachments: written by whoever may work on the task, read by whoever may read the task or its history.
 * The engine asks nobody. Asks the database for nothing where the application itself acts.
 */
final class TaskNotesGuard {

    private TaskNotesGuard() {}

    /** @throws AuthorizationException where the caller may not work on the task, or change the instance where no task is named */
    static void requireWork(String taskId, String instanceId, CommandContext context) {
        if (!isGuarded(context)) {
            return;
        }
        if (taskId == null) {
            forEach(context, checker -> checker.checkUpdateProcessInstanceById(instanceId));
            return;
        }
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            HistoricTaskInstanceEntity past =
                    context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
            forEach(context, checker -> checker.checkDeleteHistoricTaskInstance(past));
        } else {
            forEach(context, checker -> checker.checkTaskWork(task));
            requireSame(task.getProcessInstanceId(), instanceId);
        }
    }

    /** The engine keeps a note wherever the caller says, also at the instance of others. */
    private static void requireSame(String instanceOfTask, String named) {
        if (named != null && !named.equals(instanceOfTask)) {
            throw new AuthorizationException("The task is not one of the process instance " + named + ".");
        }
    }

    static void requireWork(String attachmentId, CommandContext context) {
        if (isGuarded(context)) {
            attachment(attachmentId, context).ifPresent(known -> requireWork(known, context));
        }
    }

    private static void requireWork(AttachmentEntity attachment, CommandContext context) {
        requireWork(attachment.getTaskId(), attachment.getProcessInstanceId(), context);
    }

    /** @throws AuthorizationException where the caller may read neither the task nor the history of its process */
    static void requireRead(String taskId, String instanceId, CommandContext context) {
        if (!isGuarded(context)) {
            return;
        }
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task == null || task.getProcessDefinitionId() != null) {
            if (mayReadHistory(definitionKey(taskId, instanceId, context), context)) {
                return;
            }
        }
        if (task == null) {
            throw new AuthorizationException("You may not read what was written about this.");
        }
        forEach(context, checker -> checker.checkReadTask(task));
    }

    static void requireRead(String attachmentId, CommandContext context) {
        if (isGuarded(context)) {
            attachment(attachmentId, context)
                    .ifPresent(known -> requireRead(known.getTaskId(), known.getProcessInstanceId(), context));
        }
    }

    private static Optional<AttachmentEntity> attachment(String id, CommandContext context) {
        return Optional.ofNullable(id)
                .map(known -> context.getDbEntityManager().selectById(AttachmentEntity.class, known));
    }

    /** What belongs to no process is read like what belongs to any. */
    private static boolean mayReadHistory(Optional<String> definitionKey, CommandContext context) {
        return context.getAuthorizationManager()
                .isAuthorized(Permissions.READ_HISTORY, Resources.PROCESS_DEFINITION, definitionKey.orElse("*"));
    }

    private static Optional<String> definitionKey(String taskId, String instanceId, CommandContext context) {
        if (taskId != null) {
            return Optional.ofNullable(context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId))
                    .map(HistoricTaskInstance::getProcessDefinitionKey);
        }
        return Optional.ofNullable(context.getHistoricProcessInstanceManager().findHistoricProcessInstance(instanceId))
                .map(HistoricProcessInstance::getProcessDefinitionKey);
    }

    private static boolean isGuarded(CommandContext context) {
        return context.getAuthenticatedUserId() != null && context.isAuthorizationCheckEnabled();
    }

    private static void forEach(CommandContext context, java.util.function.Consumer<CommandChecker> check) {
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(check);
    }
}

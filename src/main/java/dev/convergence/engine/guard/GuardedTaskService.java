package dev.convergence.engine.guard;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Whoever may work on a task claims it for themselves, and gives back what they have; the engine lets them claim for
 * anybody, and not give back. To give it to somebody else takes the right to assign it.
 */
public class GuardedTaskService extends GuardedNoteService {

    @Override
    public void claim(String taskId, String userId) {
        if (userId == null) {
            setAssignee(taskId, null);
            return;
        }
        commandExecutor.execute(context -> {
            if (isGuarded(context) && !userId.equals(context.getAuthenticatedUserId())) {
                throw new AuthorizationException(
                        "A task is claimed for oneself; an administrator assigns it to others.");
            }
            return new ClaimTaskCmd(taskId, userId).execute(context);
        });
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        commandExecutor.execute(context -> userId == null && isGuarded(context) && isOfCaller(taskId, context)
                ? new ClaimTaskCmd(taskId, null).execute(context)
                : new AssignTaskCmd(taskId, userId).execute(context));
    }

    private static boolean isOfCaller(String taskId, CommandContext context) {
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        return task != null && context.getAuthenticatedUserId().equals(task.getAssignee());
    }

    private static boolean isGuarded(CommandContext context) {
        return context.getAuthenticatedUserId() != null && context.isAuthorizationCheckEnabled();
    }
}

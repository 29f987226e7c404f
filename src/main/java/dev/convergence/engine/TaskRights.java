package dev.convergence.engine;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * The rights of those who work on a task, as the engine grants them; but for a task that this transaction creates, it does
 * not ask the database what was granted on it before.
 */
final class TaskRights extends DefaultAuthorizationProvider {

    /** Who is recorded as the one who completed a task needs no rights on it: it is gone with this transaction. */
    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return isCompleting(task) ? null : super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return isCompleting(task) ? null : super.newTaskOwner(task, oldOwner, newOwner);
    }

    private static boolean isCompleting(Task task) {
        return task instanceof DelegateTask current && TaskListener.EVENTNAME_COMPLETE.equals(current.getEventName());
    }

    @Override
    protected AuthorizationEntity getGrantAuthorization(
            String taskId, String userId, String groupId, Resource resource) {
        return isNew(taskId)
                ? grantedJustNow(taskId, userId, groupId)
                : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    /** A task that is given on while it is created names one user twice: as its assignee first, then as its owner. */
    private static AuthorizationEntity grantedJustNow(String taskId, String userId, String groupId) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntitiesByType(AuthorizationEntity.class)
                .stream()
                .filter(grant -> taskId.equals(grant.getResourceId())
                        && Objects.equals(userId, grant.getUserId())
                        && Objects.equals(groupId, grant.getGroupId()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNew(String taskId) {
        CachedDbEntity task = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(TaskEntity.class, taskId);
        return task != null && task.getEntityState() == DbEntityState.TRANSIENT;
    }
}

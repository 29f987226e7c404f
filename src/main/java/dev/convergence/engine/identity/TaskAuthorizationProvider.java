package dev.convergence.engine.identity;

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
public final class TaskAuthorizationProvider extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return needsNone(task, newAssignee) ? null : super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return needsNone(task, newOwner) ? null : super.newTaskOwner(task, oldOwner, newOwner);
    }

    /**
     * Who is recorded as the one who completed a task needs no rights on it: it is gone with this transaction. And a task
     * that is given on while it is created names one user twice, as its assignee and then as its owner.
     */
    private static boolean needsNone(Task task, String user) {
        boolean completing =
                task instanceof DelegateTask current && TaskListener.EVENTNAME_COMPLETE.equals(current.getEventName());
        return completing || isNew(task.getId()) && isGrantedJustNow(task.getId(), user);
    }

    private static boolean isGrantedJustNow(String taskId, String user) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntitiesByType(AuthorizationEntity.class)
                .stream()
                .anyMatch(grant -> taskId.equals(grant.getResourceId()) && Objects.equals(user, grant.getUserId()));
    }

    @Override
    protected AuthorizationEntity getGrantAuthorization(
            String taskId, String userId, String groupId, Resource resource) {
        return isNew(taskId) ? null : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    private static boolean isNew(String taskId) {
        CachedDbEntity task = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(TaskEntity.class, taskId);
        return task != null && task.getEntityState() == DbEntityState.TRANSIENT;
    }
}

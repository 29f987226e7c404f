package dev.convergence.engine.task;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Writes history as the engine does. The engine reads each row that ends for its start, to know how long it took; for
 * a task, and the activity it belongs to, the task itself knows.
 */
public final class TaskHistoryEventHandler extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        Optional<Date> start = isInitialEvent(event) || isRead(event) ? Optional.empty() : start(event);
        if (start.isEmpty()) {
            super.insertOrUpdate(event);
            return;
        }
        ((HistoricScopeInstanceEvent) event).setStartTime(start.get());
        getDbEntityManager().merge(event);
    }

    private boolean isRead(HistoryEvent event) {
        return getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null;
    }

    private Optional<Date> start(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity task) {
            return Optional.ofNullable(getDbEntityManager().getCachedEntity(TaskEntity.class, task.getTaskId()))
                    .map(TaskEntity::getCreateTime);
        }
        return event instanceof HistoricActivityInstanceEventEntity activity
                ? taskOf(activity).map(HistoricTaskInstanceEventEntity::getStartTime)
                : Optional.empty();
    }

    private Optional<HistoricTaskInstanceEventEntity> taskOf(HistoricActivityInstanceEventEntity activity) {
        return getDbEntityManager().getCachedEntitiesByType(HistoricTaskInstanceEventEntity.class).stream()
                .filter(task -> activity.getActivityInstanceId().equals(task.getActivityInstanceId()))
                .findFirst();
    }
}

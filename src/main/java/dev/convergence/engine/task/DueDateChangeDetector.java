package dev.convergence.engine.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Tells the update of a due date from other updates of a task; the engine's listeners do not. */
public final class DueDateChangeDetector {

    private DueDateChangeDetector() {}

    public static boolean isIn(DelegateTask updated) {
        return ((TaskEntity) updated).getPropertyChanges().containsKey(TaskEntity.DUE_DATE);
    }
}

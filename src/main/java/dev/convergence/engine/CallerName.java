package dev.convergence.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A block is called in the model by an activity whose name says what the block is about. */
public final class CallerName {

    private CallerName() {}

    /** The name of the activity that called the task's process, or another name where nothing called it. */
    public static String of(DelegateTask task, String otherwise) {
        DelegateExecution caller = task.getExecution().getProcessInstance().getSuperExecution();
        String name =
                caller == null ? null : caller.getBpmnModelElementInstance().getName();
        return name == null ? otherwise : name;
    }
}

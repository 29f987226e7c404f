package dev.convergence.engine.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A block is called in the model by an activity whose name says what the block is about. */
public final class CallActivityNameReader {

    private static final String SEPARATOR = ": ";

    private CallActivityNameReader() {}

    /** The name of the activity that called the task's process, or another name where nothing called it. */
    public static String of(DelegateTask task, String otherwise) {
        return of(task.getExecution(), otherwise);
    }

    /** The name of the activity that called the execution's process, or another name where nothing called it. */
    public static String of(DelegateExecution execution, String otherwise) {
        DelegateExecution caller = execution.getProcessInstance().getSuperExecution();
        String name =
                caller == null ? null : caller.getBpmnModelElementInstance().getName();
        return name == null ? otherwise : name;
    }

    /** What the task is called in lists: what is to be done, and about what. */
    public static String label(DelegateTask task, String name) {
        return task.getName() + SEPARATOR + name;
    }

    /** What a task with such a label is about, or another name where it has no label. */
    public static String within(String label, String otherwise) {
        int separator = label == null ? -1 : label.indexOf(SEPARATOR);
        return separator < 0 ? otherwise : label.substring(separator + SEPARATOR.length());
    }
}

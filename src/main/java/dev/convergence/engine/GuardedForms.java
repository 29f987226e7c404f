package dev.convergence.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.variable.VariableMap;

/** The other way to complete a task, which Tasklist takes. */
final class GuardedForms extends FormServiceImpl {

    private final AnswerGuard guard;

    GuardedForms(AnswerGuard guard) {
        this.guard = guard;
    }

    @Override
    @SuppressWarnings({"deprecation", "unchecked", "rawtypes"})
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, (Map) properties);
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        submit(taskId, properties, false, false);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return submit(taskId, properties, true, deserializeValues);
    }

    private VariableMap submit(
            String taskId, Map<String, Object> properties, boolean returnsVariables, boolean deserializeValues) {
        return commandExecutor.execute(context -> {
            guard.check(taskId, properties, context);
            return new SubmitTaskFormCmd(taskId, properties, returnsVariables, deserializeValues).execute(context);
        });
    }
}

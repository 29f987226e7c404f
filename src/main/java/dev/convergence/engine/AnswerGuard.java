package dev.convergence.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Whoever completes a task answers what its form asks. The engine takes any variable along, in place of one that the
 * process, or the campaign around it, already has: priorities, budgets, who proposed something. Asks the database for
 * nothing while all that is sent are answers.
 */
final class AnswerGuard {

    private final FormFields forms = new FormFields();

    /** @throws Refusal naming a field with a link that nobody should follow, or a variable that the form does not ask for and that has another value already */
    void check(String taskId, Map<String, ?> sent, CommandContext context) {
        TaskEntity task = taskId == null || sent == null || sent.isEmpty() || context.getAuthenticatedUserId() == null
                ? null
                : context.getTaskManager().findTaskById(taskId);
        if (task != null) {
            LinkFieldsGuard.check(sent);
        }
        if (task != null && task.getProcessDefinitionId() != null) {
            forms.of(task, context).ifPresent(asked -> check(task, asked, sent));
        }
    }

    private static void check(TaskEntity task, Set<String> asked, Map<String, ?> sent) {
        sent.forEach((name, value) -> {
            if (!asked.contains(name) && task.hasVariable(name) && !isSame(task.getVariableTyped(name, false), value)) {
                throw new Refusal(
                        name, "is no answer to this task: its form does not ask for it, and it is settled already");
            }
        });
    }

    private static boolean isSame(TypedValue settled, Object sent) {
        return Objects.equals(plain(settled), plain(Variables.untypedValue(sent)));
    }

    private static Object plain(TypedValue value) {
        return value instanceof SerializableValue serializable ? serializable.getValueSerialized() : value.getValue();
    }
}

package dev.convergence.engine.guard;

import dev.convergence.engine.form.AskedFieldResolver;
import dev.convergence.engine.form.SentAnswerValidator;
import dev.convergence.engine.form.TaskState;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Whoever completes a task answers what its form asks, and sets nothing else. Asks the database for nothing while all that
 * is sent are answers to fields that are always shown.
 */
public final class AnswerGuard implements OutsideInterceptor.Guard {

    private final AskedFieldResolver asked;

    public AnswerGuard(AskedFieldResolver asked) {
        this.asked = asked;
    }

    /** @throws Refusal naming the variable that is no answer, or holds a link that nobody should follow */
    @Override
    public void check(Command<?> command, CommandContext context) {
        CommandFieldReader fields = new CommandFieldReader(command);
        Map<String, Object> sent = fields.map(command instanceof SubmitTaskFormCmd ? "properties" : "variables");
        String taskId = fields.text("taskId");
        TaskEntity task = taskId == null || sent.isEmpty()
                ? null
                : context.getTaskManager().findTaskById(taskId);
        if (task != null && task.getProcessDefinitionId() != null) {
            new SentAnswerValidator(asked.of(task, context), new TaskState(task, context), "task")
                    .keepOnlyAnswers(sent);
        }
    }
}

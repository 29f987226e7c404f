package dev.convergence.engine;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;

/** Tasks are left by an answer to what they ask, whatever way it comes. */
final class GuardedTasks extends GuardedAssignments {

    private final AnswerGuard guard;

    GuardedTasks(AnswerGuard guard) {
        this.guard = guard;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        execute(taskId, variables, new CompleteTaskCmd(taskId, variables, false, false));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return execute(taskId, variables, new CompleteTaskCmd(taskId, variables, true, deserializeValues));
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        try {
            execute(taskId, variables, new ResolveTaskCmd(taskId, variables));
        } catch (Refusal refusal) {
            // Where a task is resolved, the engine's REST answers 400 to this one alone.
            throw new BadUserRequestException(refusal.getMessage(), refusal);
        }
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
        execute(new HandleTaskBpmnErrorCmd(taskId, code, message, variables));
    }

    @Override
    public void handleBpmnError(String taskId, String code) {
        handleBpmnError(taskId, code, null, null);
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message) {
        handleBpmnError(taskId, code, message, null);
    }

    @Override
    public void handleEscalation(String taskId, String code) {
        execute(new HandleTaskEscalationCmd(taskId, code));
    }

    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
        execute(new HandleTaskEscalationCmd(taskId, code, variables));
    }

    private <T> T execute(String taskId, Map<String, Object> variables, Command<T> completion) {
        return commandExecutor.execute(context -> {
            guard.check(taskId, variables, context);
            return completion.execute(context);
        });
    }

    /** An error or an escalation would leave the task without an answer: who decides it and on what is never asked. */
    private void execute(Command<Void> wayAround) {
        commandExecutor.execute(context -> {
            requireNobody(context);
            return wayAround.execute(context);
        });
    }

    private static void requireNobody(CommandContext context) {
        if (context.getAuthenticatedUserId() != null) {
            throw new AuthorizationException("A task is left by completing it.");
        }
    }
}

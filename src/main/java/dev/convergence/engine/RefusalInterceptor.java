package dev.convergence.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * The engine wraps what a task listener throws into a technical fault (500); a refusal stays the user's (400). Of what a
 * start form's process throws, the engine's REST takes for the user's only what is wrong with a field.
 */
final class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException fault) {
            throw command instanceof SubmitStartFormCmd ? fieldWithin(fault) : refusalWithin(fault);
        }
    }

    private static ProcessEngineException fieldWithin(ProcessEngineException fault) {
        return refusalWithin(fault) instanceof Refusal refusal
                ? new FormFieldValidationException(refusal.field(), refusal.getMessage(), refusal)
                : fault;
    }

    private static ProcessEngineException refusalWithin(ProcessEngineException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return fault;
    }
}

package dev.convergence.engine.failure;

import dev.convergence.engine.feel.UnboundedDecisionException;
import dev.convergence.engine.runaway.EndlessProcessException;
import dev.convergence.engine.variable.RefusalException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * The engine wraps what a task listener throws into a technical fault (500); a refusal stays the user's (400), and what
 * somebody may not do stays forbidden (403).
 */
public final class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException fault) {
            RuntimeException answer = answerWithin(fault);
            CommandFailureContext.note(answer);
            throw answer;
        }
    }

    private static RuntimeException answerWithin(ProcessEngineException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusalException
                    || cause instanceof BadUserRequestException
                    || cause instanceof AuthorizationException
                    || cause instanceof UnboundedDecisionException
                    || cause instanceof EndlessProcessException) {
                return (RuntimeException) cause;
            }
        }
        return fault;
    }
}

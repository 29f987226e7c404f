package dev.convergence.operations;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Sees a fatal error before the job executor or the engine's REST make an ordinary failure of it. */
final class FatalErrorInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (Throwable fault) {
            FatalErrorHandler.endOn(fault);
            throw fault;
        }
    }
}

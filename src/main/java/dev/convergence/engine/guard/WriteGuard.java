package dev.convergence.engine.guard;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * Variables are written by the models and by answers to forms. The refusal is one of the engine's REST, which turns most
 * others into faults of its own where variables are written.
 */
public final class WriteGuard implements OutsideInterceptor.Guard {

    @Override
    public void check(Command<?> command, CommandContext context) {
        requireNoVariables(command);
        throw new AuthorizationException("Nobody writes variables from outside.");
    }

    /** @throws InvalidRequestException naming the first variable */
    static void requireNoVariables(Command<?> command) {
        new CommandFieldReader(command)
                .variableNames().stream().map(String::valueOf).findFirst().ifPresent(name -> {
                    throw new InvalidRequestException(
                            Status.BAD_REQUEST,
                            name
                                    + " is not set from outside: variables are set by the models, and by answers to forms");
                });
    }
}

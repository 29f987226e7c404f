package dev.convergence.problem;

import java.lang.reflect.InvocationHandler;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;

/**
 * Every operation of the engine's REST, at {@code /engine-rest} and below {@code /camunda/api}, is tried again when it lost
 * a race. The whole of it, and not the engine's command alone: some read a thing, change it and write it.
 */
final class RetryingResourceHandlerProvider implements ResourceMethodInvocationHandlerProvider {

    @Override
    public InvocationHandler create(Invocable operation) {
        return (resource, method, arguments) -> LostRaceRetryPolicy.ofOne(() -> method.invoke(resource, arguments));
    }
}

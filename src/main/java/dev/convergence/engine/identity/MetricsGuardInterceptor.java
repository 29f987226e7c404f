package dev.convergence.engine.identity;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.impl.cmd.GetUniqueTaskWorkerCountCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;

/**
 * The engine's metrics are for whoever may read the rest of what it knows of itself; the engine alone asks nobody who
 * reads them.
 */
final class MetricsGuardInterceptor extends CommandInterceptor {

    private static final Set<Class<?>> METRICS = Set.of(MetricsQueryImpl.class, GetUniqueTaskWorkerCountCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        return next.execute(METRICS.contains(command.getClass()) ? guarded(command) : command);
    }

    private static <T> Command<T> guarded(Command<T> command) {
        return context -> {
            context.getAuthorizationManager().checkAuthorization(SystemPermissions.READ, Resources.SYSTEM);
            return command.execute(context);
        };
    }
}

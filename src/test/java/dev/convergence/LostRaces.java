package dev.convergence;

import dev.convergence.engine.plugin.PluginLists;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Lets whatever an operation asks the engine for lose a race, the first time that it asks: as if a job had been first each
 * time. Each kind of command loses once while it is open.
 */
public final class LostRaces implements AutoCloseable {

    private static final List<String> OPERATIONS =
            List.of("org.camunda.bpm.engine.rest.", "org.camunda.bpm.tasklist.", "org.camunda.bpm.cockpit.");

    private static volatile LostRaces running;

    private final Set<Class<?>> lost = ConcurrentHashMap.newKeySet();

    private LostRaces() {}

    public static LostRaces begin() {
        running = new LostRaces();
        return running;
    }

    /** The commands that lost. */
    public List<String> lost() {
        return lost.stream().map(Class::getSimpleName).toList();
    }

    @Override
    public void close() {
        running = null;
    }

    private void race(Command<?> command) {
        if (isOfAnOperation() && lost.add(command.getClass())) {
            throw new OptimisticLockingException("a job was first with " + command.getClass());
        }
    }

    private static boolean isOfAnOperation() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .anyMatch(type -> OPERATIONS.stream().anyMatch(type::startsWith)
                        || type.startsWith("dev.convergence.") && type.endsWith("Controller")));
    }

    /** What makes commands lose. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {

        @Bean
        ProcessEnginePlugin lostRaces() {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void preInit(ProcessEngineConfigurationImpl configuration) {
                    configuration.setCustomPostCommandInterceptorsTxRequired(PluginLists.to(
                            configuration.getCustomPostCommandInterceptorsTxRequired(), new Interceptor()));
                }
            };
        }
    }

    /** Within the transaction, which is undone when it throws. Questions change nothing and lose nothing. */
    private static final class Interceptor extends CommandInterceptor {

        private final ThreadLocal<Boolean> underWay = new ThreadLocal<>();

        @Override
        public <T> T execute(Command<T> command) {
            LostRaces races = running;
            if (races == null || command instanceof AbstractQuery || underWay.get() != null) {
                return next.execute(command);
            }
            underWay.set(true);
            try {
                T result = next.execute(command);
                races.race(command);
                return result;
            } finally {
                underWay.remove();
            }
        }
    }
}

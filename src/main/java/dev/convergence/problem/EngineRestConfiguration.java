package dev.convergence.problem;

import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;

/** Found by Jersey for each of its applications: {@code /engine-rest} and the five of the web applications. */
public class EngineRestConfiguration implements ForcedAutoDiscoverable {

    private static final List<Class<?>> MAPPERS = List.of(
            EngineExceptionMapper.OfAnything.class,
            EngineExceptionMapper.OfEngine.class,
            EngineExceptionMapper.OfRest.class,
            EngineExceptionMapper.OfInvalidRequest.class,
            EngineExceptionMapper.OfUnreadableJson.class,
            EngineExceptionMapper.OfOtherJson.class);

    @Override
    public void configure(FeatureContext application) {
        MAPPERS.forEach(mapper -> application.register(mapper, EngineExceptionMapper.PRIORITY));
        application.register(new AbstractBinder() {
            @Override
            protected void configure() {
                bind(new RetryingResourceHandlerProvider()).to(ResourceMethodInvocationHandlerProvider.class);
            }
        });
    }
}

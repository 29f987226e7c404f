package dev.convergence.adaptive.source;

import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.engine.deployment.TimerOfDecision;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    private static final Duration LOOK_AGAIN_WITHIN = Duration.ofMinutes(5);

    /** A heartbeat that is shorter from now on counts before the one has run out by which the next look was planned. */
    @Bean
    static TimerOfDecision heartbeats() {
        return new TimerOfDecision(SourceCatalog.DECISION, SourceWatchProcess.HEARTBEAT_OVER, LOOK_AGAIN_WITHIN);
    }
}

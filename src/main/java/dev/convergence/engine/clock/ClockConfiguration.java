package dev.convergence.engine.clock;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "convergence.clock", name = "compared", havingValue = "true", matchIfMissing = true)
@EnableScheduling
class ClockConfiguration {

    @Bean
    ClockMonitor clockMonitor(
            NodeClock clock,
            DatabaseTimeRepository database,
            ClockProperties properties,
            List<DatabaseTimeListener> listeners) {
        return new ClockMonitor(clock, database, properties, listeners);
    }
}

package dev.convergence.operations;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps the process in UTC, and with it the session of every database connection (the driver sends the JVM's zone), so
 * that replicas in different places write the same instants. Runs before anything connects.
 */
final class UtcTimeZoneInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }
}

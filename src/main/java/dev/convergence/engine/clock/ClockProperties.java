package dev.convergence.engine.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far a node's clock may differ from the database's.
 *
 * @param compared whether they are compared at all; false only where the engine's time is moved on purpose
 * @param tolerance the largest difference, either way, at which the node goes on taking jobs
 * @param checkEvery how often the database is asked for its time
 */
@ConfigurationProperties("convergence.clock")
record ClockProperties(
        @DefaultValue("true") boolean compared,
        @DefaultValue("2s") Duration tolerance,
        @DefaultValue("1s") Duration checkEvery) {

    private static final Duration LEAST = Duration.ofMillis(100);

    ClockProperties {
        require(tolerance, "tolerance");
        require(checkEvery, "check-every");
    }

    private static void require(Duration value, String setting) {
        if (value.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("convergence.clock." + setting + " must be at least 100ms");
        }
    }
}

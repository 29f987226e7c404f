package dev.convergence.engine.clock;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** The part {@code clock} of the health, and of the readiness: a node whose clock is wrong is left out. */
@Component
class ClockHealthIndicator implements HealthIndicator {

    private final NodeClock clock;
    private final ClockProperties properties;

    ClockHealthIndicator(NodeClock clock, ClockProperties properties) {
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public Health health() {
        Health.Builder health =
                clock.isRight() ? Health.up() : Health.down().withDetail("reason", ClockTexts.fault(clock, properties));
        clock.ahead().ifPresent(ahead -> health.withDetail("ahead", ahead.toString()));
        return health.withDetail("compared", properties.compared()).build();
    }
}

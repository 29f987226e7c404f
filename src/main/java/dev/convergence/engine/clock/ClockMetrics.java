package dev.convergence.engine.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** {@code convergence_clock_ahead_seconds}, and {@code convergence_clock_right}: 0 while this node takes no jobs. */
@Component
class ClockMetrics implements MeterBinder {

    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final NodeClock clock;

    ClockMetrics(NodeClock clock) {
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("convergence.clock.ahead", this::ahead)
                .baseUnit("seconds")
                .description("By how much this node's clock is ahead of the database's")
                .register(registry);
        Gauge.builder("convergence.clock.right", () -> clock.isRight() ? 1 : 0)
                .description("Whether this node's clock agrees with the database's, so that it takes jobs")
                .register(registry);
    }

    private double ahead() {
        return clock.ahead().map(ahead -> ahead.toNanos() / NANOS).orElse(Double.NaN);
    }
}

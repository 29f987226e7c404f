package dev.convergence.engine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * This node's clock, held against the database's. The database is asked now and then ({@link ClockMonitor}); between, its
 * time is known by the monotonic clock of the machine, so that a clock which somebody sets is found out at once and
 * without asking.
 */
@Component
public class NodeClock {

    private final Clock clock;
    private final LongSupplier nanos;
    private final ClockProperties properties;
    private volatile DatabaseTime database;

    @Autowired
    NodeClock(Clock clock, ClockProperties properties) {
        this(clock, System::nanoTime, properties);
    }

    NodeClock(Clock clock, LongSupplier nanos, ClockProperties properties) {
        this.clock = clock;
        this.nanos = nanos;
        this.properties = properties;
    }

    /** Whether this node may act by its clock: not before it was compared for the first time. */
    public boolean isRight() {
        return !properties.compared()
                || ahead().filter(ahead -> ahead.abs().compareTo(properties.tolerance()) <= 0)
                        .isPresent();
    }

    /** The largest difference at which it is still right. */
    public Duration tolerance() {
        return properties.tolerance();
    }

    /** By how much this node's clock is ahead of the database's, negative where it is behind; empty until it is known. */
    Optional<Duration> ahead() {
        return databaseNow().map(now -> Duration.between(now, clock.instant()));
    }

    /** What the database's clock says now; empty until it is known. */
    Optional<Instant> databaseNow() {
        return Optional.ofNullable(database).map(time -> time.at(nanos.getAsLong()));
    }

    void compareWith(DatabaseTime time) {
        database = time;
    }
}

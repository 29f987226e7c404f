package dev.convergence.benchmark;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** How long after it was due a timer fires on an engine that has little to do. */
final class Lag {

    private static final Duration GRACE = Duration.ofSeconds(75);

    private Lag() {}

    /** Arms timers that fall due one by one over the seconds to come; the executor is started. */
    static Map<String, Long> arm(Engine engine, Timers timers, int count, int seconds, String prefix) {
        timers.sparse(count, seconds, prefix);
        Map<String, Long> due = timers.dueDates(prefix);
        engine.executor().start();
        return due;
    }

    /** Waits until all have fired; the executor is stopped. */
    static Percentiles await(Engine engine, Ticks ticks, Map<String, Long> due, int seconds) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).plus(GRACE).toNanos();
        while (ticks.count() < due.size() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        engine.executor().shutdown();
        return Percentiles.of(ticks.fired().stream().mapToDouble(tick -> tick.at() - due.get(tick.instance())));
    }
}

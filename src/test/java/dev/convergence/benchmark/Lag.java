package dev.convergence.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** How long after it was due a timer fires on an engine that has little to do. */
final class Lag {

    private static final Duration GRACE = Duration.ofSeconds(75);

    private final List<Long> sorted;

    private Lag(List<Long> sorted) {
        this.sorted = sorted;
    }

    /** Arms timers that fall due one by one over the seconds to come; the executor is started. */
    static Map<String, Long> arm(Engine engine, Timers timers, int count, int seconds, String prefix) {
        timers.sparse(count, seconds, prefix);
        Map<String, Long> due = timers.dueDates(prefix);
        engine.executor().start();
        return due;
    }

    /** Waits until all have fired; the executor is stopped. */
    static Lag await(Engine engine, Ticks ticks, Map<String, Long> due, int seconds) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).plus(GRACE).toNanos();
        while (ticks.count() < due.size() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        engine.executor().shutdown();
        return new Lag(ticks.fired().stream()
                .map(tick -> tick.at() - due.get(tick.instance()))
                .sorted()
                .toList());
    }

    int count() {
        return sorted.size();
    }

    /** In seconds. */
    double percentile(int percent) {
        int index = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
        return sorted.get(Math.max(0, index)) / 1000.0;
    }
}

package dev.convergence.benchmark;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** How many jobs an engine's executor does in a second. */
final class JobRate {

    private JobRate() {}

    /**
     * Lets the executor run until so many are done, or the time is up.
     *
     * @return jobs per second
     */
    static double measure(Engine engine, IntSupplier done, int target, Duration most) {
        long start = System.nanoTime();
        engine.executor().start();
        try {
            long end = start + most.toNanos();
            while (done.getAsInt() < target && System.nanoTime() < end) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            return done.getAsInt() / ((System.nanoTime() - start) / 1e9);
        } finally {
            engine.executor().shutdown();
        }
    }
}

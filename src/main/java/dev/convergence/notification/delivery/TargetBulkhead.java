package dev.convergence.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets few at once to each target, and leaves some of the engine's job threads to what is not sent anywhere: a target
 * that hangs delays what is meant for it, not the ladder and not the other targets.
 */
public final class TargetBulkhead {

    private static final int EACH = 2;

    /** Of eight job threads on a node. */
    private static final int ALL = 6;

    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** Where a target is busy; a random time on top keeps those who wait from coming all at once. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(15);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(45);

    private final Semaphore all = new Semaphore(ALL);
    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();
    private final Clock clock;

    public TargetBulkhead(Clock clock) {
        this.clock = clock;
    }

    /**
     * Calls a target, unless too many others do.
     *
     * @param busy is told when to try again, where the target is busy and was not called
     */
    public <T> T pass(String target, Supplier<T> call, Function<Instant, T> busy) {
        Semaphore lane = lanes.computeIfAbsent(target, name -> new Semaphore(EACH));
        return through(lane, () -> through(all, call, busy), busy);
    }

    private <T> T through(Semaphore gate, Supplier<T> passage, Function<Instant, T> busy) {
        if (!enter(gate)) {
            return busy.apply(
                    clock.instant().plus(wait(ThreadLocalRandom.current().nextDouble())));
        }
        try {
            return passage.get();
        } finally {
            gate.release();
        }
    }

    private static boolean enter(Semaphore gate) {
        try {
            return gate.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration wait(double chance) {
        return SHORTEST_WAIT.plusMillis(
                (long) (LONGEST_WAIT.minus(SHORTEST_WAIT).toMillis() * chance));
    }
}

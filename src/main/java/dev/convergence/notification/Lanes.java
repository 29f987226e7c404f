package dev.convergence.notification;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets few at once to each target, and leaves some of the engine's job threads to what is not sent anywhere: a target
 * that hangs delays its own messages, not the ladder and not the other targets.
 */
@Component
class Lanes {

    private static final int EACH = 2;

    /** Of eight job threads on a node. */
    private static final int ALL = 6;

    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Semaphore all = new Semaphore(ALL);
    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();

    /** @return false where the target is busy, and nothing was done */
    boolean pass(String target, Runnable call) {
        Semaphore lane = lanes.computeIfAbsent(target, name -> new Semaphore(EACH));
        return through(
                lane,
                () -> through(all, () -> {
                    call.run();
                    return true;
                }));
    }

    private static boolean through(Semaphore gate, Passage passage) {
        if (!enter(gate)) {
            return false;
        }
        try {
            return passage.goes();
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

    @FunctionalInterface
    private interface Passage {
        boolean goes();
    }
}

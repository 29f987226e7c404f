package dev.convergence.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * What a command of the engine failed of last, on this thread. The engine's REST replaces many a failure by one that
 * carries nothing but its message, so that nobody can tell any more whose mistake it was.
 */
public final class CommandFailures {

    private static final ThreadLocal<Throwable> LAST = new ThreadLocal<>();

    private CommandFailures() {}

    static void note(Throwable failure) {
        LAST.set(failure);
    }

    /** The failure with this message, where it was the last one; once. */
    public static Optional<Throwable> take(String message) {
        Throwable last = LAST.get();
        LAST.remove();
        return Optional.ofNullable(last).filter(failure -> Objects.equals(failure.getMessage(), message));
    }
}

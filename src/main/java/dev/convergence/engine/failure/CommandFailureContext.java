package dev.convergence.engine.failure;

import java.util.Objects;
import java.util.Optional;

/**
 * What a command of the engine failed of last, on this thread. The engine's REST replaces many a failure by one that
 * carries nothing but its message, so that nobody can tell any more whose mistake it was.
 */
public final class CommandFailureContext {

    private static final ThreadLocal<Throwable> LAST = new ThreadLocal<>();

    private CommandFailureContext() {}

    static void note(Throwable failure) {
        LAST.set(failure);
    }

    /** The failure with this message, where it was the last one. */
    public static Optional<Throwable> last(String message) {
        return Optional.ofNullable(LAST.get()).filter(failure -> Objects.equals(failure.getMessage(), message));
    }

    /** The same, once. */
    public static Optional<Throwable> take(String message) {
        Optional<Throwable> last = last(message);
        LAST.remove();
        return last;
    }
}

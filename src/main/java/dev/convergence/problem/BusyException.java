package dev.convergence.problem;

import java.time.Duration;

/** More was sent than can be handled now; the API answers 503. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter when to try again */
    public BusyException(Duration retryAfter) {
        super("Too much is waiting at the moment. Try again in a moment.");
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}

package dev.convergence.notification.delivery;

import java.io.IOException;
import java.util.Set;

/** An endpoint has answered, and not with a success. */
public final class EndpointRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Timed out, too early, too many: what asks to be tried again, although it is an error of the caller. */
    private static final Set<Integer> FOR_NOW = Set.of(408, 425, 429);

    private final int status;

    EndpointRefusedException(int status) {
        super("answered " + status);
        this.status = status;
    }

    /** Whether the same call would be answered the same. */
    public boolean isFinal() {
        return status / 100 == 4 && !FOR_NOW.contains(status);
    }
}

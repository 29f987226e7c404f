package dev.convergence.adaptive.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * What has become of an instruction that did not fail.
 *
 * @param taken whether the platform has said yes; if not, it was not called
 * @param tryAgainAt where too many others are at the platform; empty where it was taken, or is not wanted any more
 */
public record DispatchResult(boolean taken, Optional<Instant> tryAgainAt) {

    public static final DispatchResult TAKEN = new DispatchResult(true, Optional.empty());
    public static final DispatchResult WITHDRAWN = new DispatchResult(false, Optional.empty());

    static DispatchResult busy(Instant tryAgainAt) {
        return new DispatchResult(false, Optional.of(tryAgainAt));
    }

    public boolean isWithdrawn() {
        return !taken && tryAgainAt.isEmpty();
    }
}

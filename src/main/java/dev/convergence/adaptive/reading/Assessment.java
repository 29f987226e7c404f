package dev.convergence.adaptive.reading;

import java.util.Optional;

/**
 * A verdict and why.
 *
 * @param reason null where there is nothing to say
 */
record Assessment(Verdict verdict, String reason) {

    private static final int LONGEST_REASON = 500;

    static final Assessment APPLIED = new Assessment(Verdict.APPLIED, null);

    Assessment {
        if (reason != null && reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON);
        }
    }

    static Optional<Assessment> rejected(String reason) {
        return Optional.of(new Assessment(Verdict.REJECTED, reason));
    }

    static Optional<Assessment> stale(String reason) {
        return Optional.of(new Assessment(Verdict.STALE, reason));
    }
}

package dev.convergence.adaptive.reading.store;

import java.util.Optional;

/**
 * A verdict and why.
 *
 * @param reason null where there is nothing to say
 */
public record ReadingAssessment(Verdict verdict, String reason) {

    private static final int LONGEST_REASON = 500;

    public static final ReadingAssessment APPLIED = new ReadingAssessment(Verdict.APPLIED, null);

    public ReadingAssessment {
        if (reason != null && reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON);
        }
    }

    public static Optional<ReadingAssessment> rejected(String reason) {
        return Optional.of(new ReadingAssessment(Verdict.REJECTED, reason));
    }

    public static Optional<ReadingAssessment> stale(String reason) {
        return Optional.of(new ReadingAssessment(Verdict.STALE, reason));
    }
}

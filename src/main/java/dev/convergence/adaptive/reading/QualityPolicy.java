package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.reading.store.ReadingAssessment;
import dev.convergence.adaptive.rule.Observation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a reading must be like to count.
 *
 * @param freshness a reading that was observed longer ago is stale
 * @param ahead how far in the future it may have been observed, by a clock that is fast
 * @param lowest null where there is no limit
 * @param highest null where there is no limit
 * @param jump null where any is in order
 * @param jumpAfter how many recent readings there must be before a jump can be told
 */
record QualityPolicy(
        Duration freshness, Duration ahead, BigDecimal lowest, BigDecimal highest, JumpLimit jump, int jumpAfter) {

    /** @param lastObserved of the reading of the series that was applied last; null where none was */
    Optional<ReadingAssessment> fault(
            Instant observedAt, BigDecimal value, Instant lastObserved, List<Observation> recent, Instant now) {
        return impossible(observedAt, value, now)
                .or(() -> late(observedAt, lastObserved, now))
                .or(() -> jumped(value, recentAt(observedAt, recent)));
    }

    private Optional<ReadingAssessment> impossible(Instant observedAt, BigDecimal value, Instant now) {
        if (observedAt.isAfter(now.plus(ahead))) {
            return ReadingAssessment.rejected("observedAt lies more than " + ahead + " in the future");
        }
        if (lowest != null && value.compareTo(lowest) < 0) {
            return ReadingAssessment.rejected("value " + plain(value) + " is below " + plain(lowest));
        }
        if (highest != null && value.compareTo(highest) > 0) {
            return ReadingAssessment.rejected("value " + plain(value) + " is above " + plain(highest));
        }
        return Optional.empty();
    }

    private Optional<ReadingAssessment> late(Instant observedAt, Instant lastObserved, Instant now) {
        if (observedAt.isBefore(now.minus(freshness))) {
            return ReadingAssessment.stale("older than " + freshness);
        }
        if (lastObserved != null && !observedAt.isAfter(lastObserved)) {
            return ReadingAssessment.stale("out of order: a reading of " + lastObserved + " was applied");
        }
        return Optional.empty();
    }

    private Optional<ReadingAssessment> jumped(BigDecimal value, List<Observation> recent) {
        if (jump == null || recent.isEmpty() || recent.size() < jumpAfter) {
            return Optional.empty();
        }
        BigDecimal mean = Observation.mean(recent);
        return jump.isTooFar(mean, value)
                ? ReadingAssessment.rejected("value " + plain(value) + " is too far from " + plain(mean)
                        + ", the mean of late: " + jump.words())
                : Optional.empty();
    }

    /** What is stale by now says nothing about jumps: a level that stays counts in the end. */
    private List<Observation> recentAt(Instant observedAt, List<Observation> recent) {
        return recent.stream()
                .filter(one -> one.observedAt().isAfter(observedAt.minus(freshness)))
                .toList();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}

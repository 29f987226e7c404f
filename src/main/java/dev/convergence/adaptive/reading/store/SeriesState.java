package dev.convergence.adaptive.reading.store;

import dev.convergence.adaptive.rule.Observation;
import java.time.Instant;
import java.util.List;

/**
 * Where a series stands.
 *
 * @param stored whether it has a row
 * @param changed whether the row is behind
 * @param lastObserved null where nothing was applied yet
 */
public record SeriesState(boolean stored, boolean changed, Instant lastObserved, List<Observation> recent) {

    public static final SeriesState FRESH = new SeriesState(false, false, null, List.of());

    public SeriesState and(Observation newest) {
        return new SeriesState(stored, true, newest.observedAt(), RecentReadingWindow.and(recent, newest));
    }
}

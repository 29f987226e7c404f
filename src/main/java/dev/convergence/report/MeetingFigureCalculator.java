package dev.convergence.report;

import dev.convergence.report.ObservedSync.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Counts and sums up syncs. */
final class MeetingFigureCalculator {

    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);

    private MeetingFigureCalculator() {}

    static MeetingLoadReport.Load of(List<ObservedSync> syncs) {
        return new MeetingLoadReport.Load(
                count(syncs, State.HELD),
                count(syncs, State.SKIPPED),
                syncs.stream().mapToLong(ObservedSync::minutes).sum(),
                hours(syncs.stream()
                        .mapToLong(sync -> (long) sync.minutes() * sync.people())
                        .sum()),
                openSince(syncs));
    }

    private static int count(List<ObservedSync> syncs, State state) {
        return (int) syncs.stream().filter(sync -> sync.state() == state).count();
    }

    private static double hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(MINUTES_OF_AN_HOUR, 2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static Instant openSince(List<ObservedSync> syncs) {
        return syncs.stream()
                .filter(sync -> sync.state() == State.OPEN)
                .map(ObservedSync::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}

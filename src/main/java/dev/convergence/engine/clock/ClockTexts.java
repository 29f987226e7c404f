package dev.convergence.engine.clock;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** What is wrong with a clock, in a sentence, for the log and the health. */
final class ClockTexts {

    private ClockTexts() {}

    static String fault(NodeClock clock, ClockProperties properties) {
        return clock.ahead()
                .map(ahead ->
                        "The clock of this node is %s %s the database's, more than convergence.clock.tolerance (%s): set it, by NTP."
                                .formatted(
                                        size(ahead),
                                        ahead.isNegative() ? "behind" : "ahead of",
                                        size(properties.tolerance())))
                .orElse("The clock of this node could not be compared with the database's yet.");
    }

    private static String size(Duration difference) {
        return difference
                .abs()
                .truncatedTo(ChronoUnit.MILLIS)
                .toString()
                .substring(2)
                .toLowerCase(java.util.Locale.ROOT);
    }
}

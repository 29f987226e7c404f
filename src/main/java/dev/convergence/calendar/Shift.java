package dev.convergence.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** One day's work: from opening to close in real time. A night shift belongs to the date on which it opens. */
record Shift(LocalDate date, Instant opens, Instant closes) {

    Duration length() {
        return Duration.between(opens, closes);
    }

    /** The nearest instant within this shift. */
    Instant clip(Instant at) {
        if (at.isBefore(opens)) {
            return opens;
        }
        return at.isAfter(closes) ? closes : at;
    }
}

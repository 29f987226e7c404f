package dev.convergence.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The half hour that a date takes in a calendar, in whole seconds: calendars know nothing finer. */
record TimeSlot(Instant starts, Instant ends) {

    private static final Duration LENGTH = Duration.ofMinutes(30);

    /** The last half hour before something is due. */
    static TimeSlot before(Instant due) {
        Instant end = due.truncatedTo(ChronoUnit.SECONDS);
        return new TimeSlot(end.minus(LENGTH), end);
    }

    /** The first half hour of something that begins. */
    static TimeSlot from(Instant begin) {
        Instant start = begin.truncatedTo(ChronoUnit.SECONDS);
        return new TimeSlot(start, start.plus(LENGTH));
    }
}

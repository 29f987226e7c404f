package dev.convergence.model;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/**
 * Repeating timers ({@code R/PT1H}, {@code R/2027-01-01T00:00:00Z/P1D}) that can be worked out: the engine counts every
 * repetition from the start to now.
 */
public final class CycleBounds {

    private static final long SHORTEST_MILLIS = 1000;
    private static final long MOST_REPETITIONS = 100_000;
    private static final DatatypeFactory DURATIONS = durations();

    private CycleBounds() {}

    private static DatatypeFactory durations() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What is wrong with it at this moment, as the end of a sentence; empty where nothing is, or it is no repetition. */
    public static Optional<String> faultOf(String cycle, Instant now) {
        if (!cycle.startsWith("R")) {
            return Optional.empty();
        }
        try {
            return fault(cycle.split("/"), now);
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            // The engine says what it cannot read.
            return Optional.empty();
        }
    }

    private static Optional<String> fault(String[] parts, Instant now) {
        long away = 0;
        Long period = null;
        for (int part = 1; part < parts.length; part++) {
            if (parts[part].startsWith("P")) {
                period = millis(parts[part], now);
            } else {
                away = Math.max(away, away(parts[part], now));
            }
        }
        if (period == null) {
            return Optional.empty();
        }
        if (period < SHORTEST_MILLIS) {
            return Optional.of("repeats more often than once a second");
        }
        return away / period > MOST_REPETITIONS
                ? Optional.of("repeats more than " + MOST_REPETITIONS + " times between its date and now")
                : Optional.empty();
    }

    private static long millis(String period, Instant now) {
        return period.matches("P\\d+W")
                ? Long.parseLong(period.substring(1, period.length() - 1)) * 7 * 24 * 60 * 60 * SHORTEST_MILLIS
                : DURATIONS.newDuration(period).getTimeInMillis(Date.from(now));
    }

    private static long away(String date, Instant now) {
        return Math.abs(now.toEpochMilli()
                - DURATIONS.newXMLGregorianCalendar(date).toGregorianCalendar().getTimeInMillis());
    }
}

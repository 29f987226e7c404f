package dev.convergence.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them: {@code 10 Mar 2027 18:00 CET}. */
public final class WallTimeFormatter {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm zzz", Locale.ENGLISH);

    private WallTimeFormatter() {}

    /** The moment by the clock on the wall of a zone, to the minute. */
    public static String of(Instant moment, ZoneId zone) {
        return WHEN.format(moment.atZone(zone));
    }
}

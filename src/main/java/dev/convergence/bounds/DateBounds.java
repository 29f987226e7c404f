package dev.convergence.bounds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Pattern;

/**
 * The dates and instants that the application works with, and the one form in which each is written. The calendars
 * reach twenty years further than the last of them, because working time is added to dates.
 */
public final class DateBounds {

    public static final LocalDate FIRST = LocalDate.EPOCH;
    public static final LocalDate LAST = LocalDate.of(2179, 12, 31);

    public static final String DATE_FORM = "must be a date such as 2027-01-15";
    public static final String INSTANT_FORM = "must be a date and time with its offset, such as 2027-01-15T09:00:00Z";

    private static final String REASON = "must lie between " + FIRST + " and " + LAST;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Java's own form knows {@code +00:00} and {@code Z}; {@code +0000} and {@code +00} are as common. */
    private static final DateTimeFormatter SHORT_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("X")
            .toFormatter();

    private DateBounds() {}

    public static boolean holds(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    /** Whether the instant lies on such a date in every time zone. */
    public static boolean holds(Instant instant) {
        return !instant.isBefore(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant())
                && instant.isBefore(LAST.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /**
     * The date.
     *
     * @throws OutOfBounds where it is no date, or none that the application works with
     */
    public static LocalDate date(String text) {
        if (text == null || !DATE.matcher(text).matches()) {
            throw new OutOfBounds(DATE_FORM);
        }
        try {
            return checked(LocalDate.parse(text));
        } catch (DateTimeException none) {
            throw new OutOfBounds(DATE_FORM);
        }
    }

    /**
     * The instant.
     *
     * @throws OutOfBounds where it is no date and time with an offset, or none that the application works with
     */
    public static Instant instant(String text) {
        try {
            return checked(parsed(text));
        } catch (DateTimeException | NullPointerException none) {
            throw new OutOfBounds(INSTANT_FORM);
        }
    }

    /** @throws OutOfBounds where the application does not work with it */
    public static LocalDate checked(LocalDate date) {
        if (!holds(date)) {
            throw new OutOfBounds(REASON);
        }
        return date;
    }

    /** @throws OutOfBounds where the application does not work with it */
    public static Instant checked(Instant instant) {
        if (!holds(instant)) {
            throw new OutOfBounds(REASON);
        }
        return instant;
    }

    private static Instant parsed(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException shorter) {
            return OffsetDateTime.parse(text, SHORT_OFFSET).toInstant();
        }
    }
}

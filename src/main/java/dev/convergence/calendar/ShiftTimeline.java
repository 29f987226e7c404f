package dev.convergence.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All shifts of a calendar, one after the other; each year is worked out once. */
final class ShiftTimeline {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2199;

    private static final System.Logger LOG = System.getLogger(ShiftTimeline.class.getName());

    private final String name;
    private final WorkingCalendarRules workingCalendarRules;
    private final Map<Integer, WorkingYear> years = new ConcurrentHashMap<>();

    ShiftTimeline(String name, WorkingCalendarRules workingCalendarRules) {
        this.name = name;
        this.workingCalendarRules = workingCalendarRules;
    }

    /** The date that lies a number of working days after (before) a date; a date off counts as the end of the last day. */
    LocalDate addDays(LocalDate from, long workingDays) {
        int year = from.getYear();
        long place = year(year).countUntil(from) + workingDays;
        while (place > year(year).size()) {
            place -= year(year++).size();
        }
        while (place < 1) {
            place += year(--year).size();
        }
        return year(year).shift((int) place - 1).date();
    }

    /** Working days after the one date, up to and with the other. */
    long daysBetween(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            return -daysBetween(to, from);
        }
        long days = year(to.getYear()).countUntil(to) - year(from.getYear()).countUntil(from);
        for (int year = from.getYear(); year < to.getYear(); year++) {
            days += year(year).size();
        }
        return days;
    }

    boolean isWorked(LocalDate date) {
        return lastUntil(date).date().equals(date);
    }

    Shift lastUntil(LocalDate date) {
        int year = date.getYear();
        int count = year(year).countUntil(date);
        while (count == 0) {
            count = year(--year).size();
        }
        return year(year).shift(count - 1);
    }

    Shift firstFrom(LocalDate date) {
        int year = date.getYear();
        int before = year(year).countUntil(date.minusDays(1));
        while (before == year(year).size()) {
            year++;
            before = 0;
        }
        return year(year).shift(before);
    }

    /** The first shift that closes after an instant: the current one or the next. */
    Shift closingAfter(Instant at) {
        // A night shift may have opened the day before.
        Shift shift = firstFrom(dateOf(at).minusDays(1));
        while (!shift.closes().isAfter(at)) {
            shift = firstFrom(shift.date().plusDays(1));
        }
        return shift;
    }

    /** The last shift that opens before an instant: the current one or the previous. */
    Shift openingBefore(Instant at) {
        Shift shift = lastUntil(dateOf(at));
        while (!shift.opens().isBefore(at)) {
            shift = lastUntil(shift.date().minusDays(1));
        }
        return shift;
    }

    /** Where so much working time has passed since an instant within a shift. */
    Instant after(Shift shift, Instant at, Duration amount) {
        int year = shift.date().getYear();
        Duration worked = worked(shift, at).plus(amount);
        while (worked.compareTo(year(year).total()) > 0) {
            worked = worked.minus(year(year++).total());
        }
        return at(year, year(year).reaching(worked), worked);
    }

    /** Where so much working time lay still ahead of an instant within a shift. */
    Instant before(Shift shift, Instant at, Duration amount) {
        int year = shift.date().getYear();
        Duration worked = worked(shift, at).minus(amount);
        while (worked.isNegative()) {
            worked = worked.plus(year(--year).total());
        }
        return at(year, year(year).leaving(worked), worked);
    }

    Duration between(Instant from, Instant to) {
        Shift start = closingAfter(from);
        Shift end = closingAfter(to);
        Duration sum = worked(end, end.clip(to)).minus(worked(start, start.clip(from)));
        for (int year = start.date().getYear(); year < end.date().getYear(); year++) {
            sum = sum.plus(year(year).total());
        }
        return sum;
    }

    LocalDate dateOf(Instant at) {
        return at.atZone(workingCalendarRules.zone()).toLocalDate();
    }

    private Duration worked(Shift shift, Instant at) {
        return year(shift.date().getYear()).before(shift).plus(Duration.between(shift.opens(), at));
    }

    private Instant at(int year, Shift shift, Duration worked) {
        return shift.opens().plus(worked.minus(year(year).before(shift)));
    }

    private WorkingYear year(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("Calendar '%s' reaches from %d to %d; nothing is open in %d"
                    .formatted(name, FIRST_YEAR, LAST_YEAR, year));
        }
        return years.computeIfAbsent(year, this::workingYear);
    }

    private WorkingYear workingYear(int year) {
        if (!workingCalendarRules.knows(year)) {
            LOG.log(System.Logger.Level.WARNING, unconfirmed(year));
        }
        return new WorkingYear(workingCalendarRules.shiftsOf(year));
    }

    private String unconfirmed(int year) {
        return ("Calendar '%s' is asked for %d, but its public holidays are confirmed up to %d. Compare them, list what is"
                        + " missing under convergence.calendars.named.%s.also-closed, and raise its known-until.")
                .formatted(name, year, workingCalendarRules.knownUntil(), name);
    }
}

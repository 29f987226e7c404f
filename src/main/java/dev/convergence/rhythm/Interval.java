package dev.convergence.rhythm;

import dev.convergence.calendar.WorkingTime;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Optional;

/**
 * How often a sync comes back: every so many days on the wall, or after so much working time.
 *
 * @param days 0 where it is working time
 * @param time empty where it is days
 */
record Interval(int days, Optional<WorkingTime> time) {

    private static final String TIME = "PT";
    private static final int MOST_DAYS = 366;
    private static final int DAYS_OF_A_WEEK = 7;

    /**
     * Reads {@code P7D}, {@code P2W} or {@code PT4H}.
     *
     * @throws IllegalArgumentException naming the text and the reason
     */
    static Interval parse(String text) {
        return text.startsWith(TIME) ? ofTime(text) : ofDays(text);
    }

    boolean isWholeWeeks() {
        return days > 0 && days % DAYS_OF_A_WEEK == 0;
    }

    private static Interval ofTime(String text) {
        WorkingTime time = WorkingTime.parse(text);
        if (time.isZero()) {
            throw refused(text, "it takes no time");
        }
        return new Interval(0, Optional.of(time));
    }

    private static Interval ofDays(String text) {
        Period period = period(text);
        if (period.toTotalMonths() != 0 || period.getDays() < 1 || period.getDays() > MOST_DAYS) {
            throw refused(text, "expected 1 to " + MOST_DAYS + " days");
        }
        return new Interval(period.getDays(), Optional.empty());
    }

    private static Period period(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeException unreadable) {
            throw refused(text, "expected something like P7D or PT4H");
        }
    }

    private static IllegalArgumentException refused(String text, String reason) {
        return new IllegalArgumentException("'" + text + "' is no interval between syncs: " + reason);
    }
}

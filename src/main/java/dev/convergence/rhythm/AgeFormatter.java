package dev.convergence.rhythm;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long something has stood open, in working time and to the unit that matters. */
final class AgeFormatter {

    private static final String BRIEF = "less than a working minute";

    private AgeFormatter() {}

    /** Whole working days, or, within the first, hours and minutes. */
    static String inWords(WorkingCalendar calendar, Instant since, Instant now) {
        long days = wholeDays(calendar, since, now);
        if (days > 0) {
            return WorkingTime.ofDays(days).inWords();
        }
        Duration worked = calendar.between(since, now).truncatedTo(ChronoUnit.MINUTES);
        return worked.compareTo(Duration.ZERO) > 0 ? WorkingTime.of(worked).inWords() : BRIEF;
    }

    private static long wholeDays(WorkingCalendar calendar, Instant since, Instant now) {
        long days = calendar.workingDaysBetween(calendar.dateOf(since), calendar.dateOf(now));
        boolean whole =
                days <= 0 || !calendar.add(since, WorkingTime.ofDays(days)).isAfter(now);
        return whole ? days : days - 1;
    }
}

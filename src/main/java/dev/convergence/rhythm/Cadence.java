package dev.convergence.rhythm;

import dev.convergence.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * When one kind of sync takes place in a campaign, and with whom.
 *
 * @param weekday empty where any day will do
 * @param at the time of the day on the wall; of no meaning where the interval is working time
 * @param host the group that holds it, where the cadence itself names one
 * @param hosts the groups that hold it, whoever names them
 * @param attendants the groups that come
 * @param minutes the planned length
 */
record Cadence(
        Interval every,
        Optional<DayOfWeek> weekday,
        LocalTime at,
        WorkingCalendar calendar,
        Optional<String> host,
        List<String> hosts,
        List<String> attendants,
        int minutes) {

    private static final int WEEK = 7;

    /**
     * When the next sync is due. A day without work moves it to the next working day, unless that is where the one
     * after it would be; out of the opening hours it begins when they do.
     *
     * @param last when the last one was due, empty before the first
     * @return later than both
     */
    Instant next(Optional<Instant> last, Instant now) {
        Instant after = last.filter(now::isBefore).orElse(now);
        return every.time().map(time -> calendar.add(after, time)).orElseGet(() -> nextDay(last, after));
    }

    /** The close of business of the day on which a sync is due. */
    Instant closeOf(Instant due) {
        return calendar.closeOf(calendar.dateOf(due));
    }

    private Instant nextDay(Optional<Instant> last, Instant after) {
        LocalDate regular = regular(calendar.dateOf(last.orElse(after)));
        // The first one does not wait for weeks where its day comes round every week.
        int step = last.isEmpty() && weekday.isPresent() ? Math.min(every.days(), WEEK) : every.days();
        while (true) {
            LocalDate following = regular.plusDays(step);
            Instant due = onAWorkingDay(regular);
            if (due.isAfter(after) && calendar.dateOf(due).isBefore(following)) {
                return due;
            }
            regular = following;
        }
    }

    private LocalDate regular(LocalDate date) {
        return weekday.map(day -> date.with(TemporalAdjusters.previousOrSame(day)))
                .orElse(date);
    }

    private Instant onAWorkingDay(LocalDate regular) {
        Instant opens = calendar.openOf(regular);
        Instant due = calendar.dateOf(opens).atTime(at).atZone(calendar.zone()).toInstant();
        return calendar.isOpen(due) ? due : opens;
    }
}

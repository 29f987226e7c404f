package dev.convergence.absence;

import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.people.GroupCatalog;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Days as people write them: the first and the last day away, in the time zone in which the person works. */
@Component
class AbsenceDateParser {

    private final WorkingCalendarRegistry calendars;

    AbsenceDateParser(WorkingCalendarRegistry calendars) {
        this.calendars = calendars;
    }

    /** @param groups of the person; the first team among them has the calendar that counts, or else the office has */
    ZoneId zone(Collection<String> groups) {
        String team =
                GroupCatalog.TEAMS.stream().filter(groups::contains).findFirst().orElse(GroupCatalog.CAMPAIGN_MANAGERS);
        return calendars.ofGroup(team).zone();
    }

    /** An instant, or the beginning of a day. */
    Instant from(String text, ZoneId zone) {
        return read(AbsenceProcess.FROM, text, zone, 0);
    }

    /** An instant, or the end of a day. */
    Instant to(String text, ZoneId zone) {
        return read(AbsenceProcess.TO, text, zone, 1);
    }

    /** Timers know no less than milliseconds. */
    private static Instant read(ProcessVariable<String> field, String text, ZoneId zone, int daysLater) {
        try {
            Instant instant = text.contains("T")
                    ? DateBounds.instant(text)
                    : DateBounds.date(text)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant();
            return instant.truncatedTo(ChronoUnit.MILLIS);
        } catch (OutOfBounds out) {
            throw new RefusalException(
                    field.name(),
                    out.getMessage()
                            + "; a date such as 2027-01-15 or an instant such as 2027-01-15T17:00:00Z is read");
        }
    }
}

package dev.convergence.adaptive.run;

import dev.convergence.calendar.WallTime;
import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.notification.Notices;
import dev.convergence.people.Groups;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Tells those who steer campaigns what becomes of a live one. */
@Component
class LiveNews {

    private static final String ABOUT = "live";

    private final Notices notices;
    private final WorkingCalendars calendars;

    LiveNews(Notices notices, WorkingCalendars calendars) {
        this.notices = notices;
        this.calendars = calendars;
    }

    /** The campaign was launched after its planned end. */
    void endHadPassed(String campaign, Instant planned, Instant until) {
        ZoneId zone = calendars.ofGroup(Groups.CAMPAIGN_MANAGERS).zone();
        notices.tell(
                campaign,
                ABOUT,
                Groups.CAMPAIGN_MANAGERS,
                "live",
                "It went live after its planned end (%s), and is live until %s. Move that date if it is not what you want."
                        .formatted(WallTime.of(planned, zone), WallTime.of(until, zone)));
    }
}

package dev.convergence.adaptive.run;

import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.notification.NoticeService;
import dev.convergence.people.GroupCatalog;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Tells those who steer campaigns what becomes of a live one. */
@Component
class LiveCampaignNotifier {

    private static final String ABOUT = "live";

    private final NoticeService noticeService;
    private final WorkingCalendarRegistry calendars;

    LiveCampaignNotifier(NoticeService noticeService, WorkingCalendarRegistry calendars) {
        this.noticeService = noticeService;
        this.calendars = calendars;
    }

    /** The campaign was launched after its planned end. */
    void endHadPassed(String campaign, Instant planned, Instant until) {
        ZoneId zone = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone();
        noticeService.tell(
                campaign,
                ABOUT,
                GroupCatalog.CAMPAIGN_MANAGERS,
                "live",
                "It went live after its planned end (%s), and is live until %s. Move that date if it is not what you want."
                        .formatted(WallTimeFormatter.of(planned, zone), WallTimeFormatter.of(until, zone)));
    }
}

package dev.convergence.campaign.planning;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.notification.NoticeService;
import dev.convergence.people.GroupCatalog;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is in order with a plan as far as anybody knows, and should be looked at again. */
@Component
public class PlanWarningReader {

    private final WorkingCalendarRegistry calendars;
    private final NoticeService noticeService;

    PlanWarningReader(WorkingCalendarRegistry calendars, NoticeService noticeService) {
        this.calendars = calendars;
        this.noticeService = noticeService;
    }

    /** Tells the campaign managers, who may have planned in a form that shows no warnings. */
    void tell(String campaign, Plan plan) {
        List<String> warnings = of(plan);
        if (!warnings.isEmpty()) {
            noticeService.tell(
                    campaign,
                    PlanningService.SUBJECT,
                    GroupCatalog.CAMPAIGN_MANAGERS,
                    PlanningService.SUBJECT,
                    String.join("; ", warnings));
        }
    }

    /** One sentence for each date whose public holidays nobody has confirmed, in the order of the plan. */
    public List<String> of(Plan plan) {
        return plan.entries().stream().flatMap(this::unconfirmedHolidays).toList();
    }

    private Stream<String> unconfirmedHolidays(PlanEntry entry) {
        WorkingCalendar calendar = calendars.ofGroup(entry.group());
        return calendar.knownUntil().stream()
                .filter(year -> !calendar.knows(entry.due()))
                .map(year ->
                        "\u201c%s\u201d is due %s, but the public holidays of the calendar %s are confirmed up to %d only"
                                .formatted(entry.what(), entry.due(), calendar.name(), year));
    }
}

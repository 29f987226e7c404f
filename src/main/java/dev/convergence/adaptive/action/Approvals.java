package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.problem.TooLate;
import dev.convergence.responsibility.Responsibility;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Until when a person may approve an action, and what they have said. */
@Component
class Approvals {

    private final AdaptiveCampaigns campaigns;
    private final BoundsPolicy policy;
    private final WorkingCalendars calendars;
    private final LedgerEntries entries;
    private final LedgerTable table;
    private final Clock clock;

    Approvals(
            AdaptiveCampaigns campaigns,
            BoundsPolicy policy,
            WorkingCalendars calendars,
            LedgerEntries entries,
            LedgerTable table,
            Clock clock) {
        this.campaigns = campaigns;
        this.policy = policy;
        this.calendars = calendars;
        this.entries = entries;
        this.table = table;
        this.clock = clock;
    }

    /** When an approval that is asked for now has become too old. */
    Instant dueAt(String campaign, Responsibility asked) {
        AdaptiveCampaign live = campaigns.find(campaign).orElseThrow();
        Bounds bounds = policy.read(live.bounds());
        WorkingCalendar calendar =
                bounds.calendar() == null ? calendars.ofGroup(asked.accountable()) : calendars.named(bounds.calendar());
        return calendar.add(clock.instant(), bounds.timeForApproval());
    }

    /**
     * Records who said what.
     *
     * @param by who decided, and for whom
     * @throws TooLate where nobody is asked any more
     */
    @Transactional
    public void decided(String campaign, String id, String by, String comment) {
        campaigns.lock(campaign);
        if (entries.require(campaign, id).state() != ActionState.ASKED) {
            throw new TooLate("Action " + id + " waits for no approval any more.");
        }
        table.decided(id, by, comment);
    }
}

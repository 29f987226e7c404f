package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.LedgerEntryWriter;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.adaptive.action.limit.Bounds;
import dev.convergence.adaptive.action.limit.BoundsPolicy;
import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.problem.TooLateException;
import dev.convergence.responsibility.Responsibility;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Until when a person may approve an action, and what they have said. */
@Component
class ApprovalService {

    private final AdaptiveCampaignRepository campaigns;
    private final BoundsPolicy policy;
    private final WorkingCalendarRegistry calendars;
    private final LedgerRepository entries;
    private final LedgerEntryWriter table;
    private final Clock clock;

    ApprovalService(
            AdaptiveCampaignRepository campaigns,
            BoundsPolicy policy,
            WorkingCalendarRegistry calendars,
            LedgerRepository entries,
            LedgerEntryWriter table,
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
            throw new TooLateException("Action " + id + " waits for no approval any more.");
        }
        table.decided(id, by, comment);
    }
}

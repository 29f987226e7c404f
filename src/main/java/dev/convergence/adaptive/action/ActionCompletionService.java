package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerEntryWriter;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How actions end: carried out, left, or stopped with their campaign. */
@Component
public class ActionCompletionService {

    private static final Set<ActionState> UNFINISHED = Set.of(ActionState.OPEN, ActionState.ASKED, ActionState.BOOKED);

    private final AdaptiveCampaignRepository campaigns;
    private final LedgerRepository entries;
    private final LedgerEntryWriter table;
    private final BookingService bookingService;
    private final ActionNotifier notices;

    ActionCompletionService(
            AdaptiveCampaignRepository campaigns,
            LedgerRepository entries,
            LedgerEntryWriter table,
            BookingService bookingService,
            ActionNotifier notices) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.table = table;
        this.bookingService = bookingService;
        this.notices = notices;
    }

    /** Stops what is not done, in the transaction in which the campaign ends; what it had moved in the books goes back. */
    @Transactional
    public void stopAll(String campaign) {
        campaigns.lock(campaign);
        entries.of(campaign).stream()
                .filter(action -> UNFINISHED.contains(action.state()))
                .forEach(action -> bookingService.giveBack(
                        campaign, action.id(), ActionState.STOPPED, ActionAssessmentService.CAMPAIGN_OVER));
    }

    /** The platform has taken it. */
    @Transactional
    public void done(String campaign, String id) {
        campaigns.lock(campaign);
        LedgerEntry action = entries.require(campaign, id);
        if (action.state() == ActionState.BOOKED) {
            table.done(id);
            notices.taken(action);
        }
    }

    /** A person has said no, which is recorded already. */
    void declined(String campaign, String id) {
        bookingService.giveBack(campaign, id, ActionState.DECLINED, null);
    }

    /** Nobody has said anything in time. */
    @Transactional
    public void lapsed(String campaign, String id) {
        campaigns.lock(campaign);
        if (entries.require(campaign, id).state() == ActionState.ASKED) {
            bookingService.giveBack(campaign, id, ActionState.LAPSED, "Nobody decided in time.");
            notices.lapsed(entries.require(campaign, id));
        }
    }
}

package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaigns;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How actions end: carried out, left, or stopped with their campaign. */
@Component
public class ActionEnds {

    private static final Set<ActionState> UNFINISHED = Set.of(ActionState.OPEN, ActionState.ASKED, ActionState.BOOKED);

    private final AdaptiveCampaigns campaigns;
    private final LedgerEntries entries;
    private final LedgerTable table;
    private final Booking booking;
    private final ActionNotices notices;

    ActionEnds(
            AdaptiveCampaigns campaigns,
            LedgerEntries entries,
            LedgerTable table,
            Booking booking,
            ActionNotices notices) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.table = table;
        this.booking = booking;
        this.notices = notices;
    }

    /** Stops what is not done, in the transaction in which the campaign ends; what it had moved in the books goes back. */
    @Transactional
    public void stopAll(String campaign) {
        campaigns.lock(campaign);
        entries.of(campaign).stream()
                .filter(action -> UNFINISHED.contains(action.state()))
                .forEach(
                        action -> booking.giveBack(campaign, action.id(), ActionState.STOPPED, Weighing.CAMPAIGN_OVER));
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
        booking.giveBack(campaign, id, ActionState.DECLINED, null);
    }

    /** Nobody has said anything in time. */
    @Transactional
    public void lapsed(String campaign, String id) {
        campaigns.lock(campaign);
        if (entries.require(campaign, id).state() == ActionState.ASKED) {
            booking.giveBack(campaign, id, ActionState.LAPSED, "Nobody decided in time.");
            notices.lapsed(entries.require(campaign, id));
        }
    }
}

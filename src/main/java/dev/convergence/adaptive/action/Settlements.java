package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.problem.TooLate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What platforms refuse for good, and what a person says becomes of it. */
@Component
class Settlements {

    private final AdaptiveCampaigns campaigns;
    private final LedgerEntries entries;
    private final LedgerTable table;

    Settlements(AdaptiveCampaigns campaigns, LedgerEntries entries, LedgerTable table) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.table = table;
    }

    /** @param said in the platform's words */
    @Transactional
    public void refused(String campaign, String id, String said) {
        campaigns.lock(campaign);
        table.refused(id, said);
    }

    /**
     * Records who said what becomes of it. From then on it is no rule's any more: it goes on also while automatic action
     * is off.
     *
     * @param by who decided, and for whom
     * @throws TooLate where it has ended meanwhile
     */
    @Transactional
    public void settled(String campaign, String id, String by, String comment) {
        campaigns.lock(campaign);
        LedgerEntry action = entries.require(campaign, id);
        if (action.state() != ActionState.BOOKED) {
            throw new TooLate("Action " + id + " is " + action.state().inWords() + " already.");
        }
        table.decided(id, by, comment);
    }
}

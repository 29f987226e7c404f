package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerEntryWriter;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.problem.TooLateException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What platforms refuse for good, and what a person says becomes of it. */
@Component
public class RefusalSettlementService {

    private final AdaptiveCampaignRepository campaigns;
    private final LedgerRepository entries;
    private final LedgerEntryWriter table;

    RefusalSettlementService(AdaptiveCampaignRepository campaigns, LedgerRepository entries, LedgerEntryWriter table) {
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
     * It is told once more. Where a rule had decided, whoever says so has now: it goes on also while automatic action is
     * off. What a person had decided stays that person's.
     *
     * @param by who decided, and for whom
     * @throws TooLate where it has ended meanwhile
     */
    @Transactional
    public void again(String campaign, String id, String by, String comment) {
        if (requireBooked(campaign, id).isAutomatic()) {
            table.decided(id, by, comment);
        }
    }

    /**
     * It is not to be.
     *
     * @param by who decided, and for whom
     * @throws TooLate where it has ended meanwhile
     */
    @Transactional
    public void givenBack(String campaign, String id, String by, String comment) {
        requireBooked(campaign, id);
        table.decided(id, by, comment);
    }

    private LedgerEntry requireBooked(String campaign, String id) {
        campaigns.lock(campaign);
        LedgerEntry action = entries.require(campaign, id);
        if (action.state() != ActionState.BOOKED) {
            throw new TooLateException("Action " + id + " is " + action.state().inWords() + " already.");
        }
        return action;
    }
}

package dev.convergence.adaptive.action.dispatch;

import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.LedgerEntryWriter;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers, before a platform is told of an action, that it may have heard of it: the call may never return. */
@Component
public class DispatchAttemptRecorder {

    private final AdaptiveCampaignRepository campaigns;
    private final LedgerRepository entries;
    private final LedgerEntryWriter table;

    DispatchAttemptRecorder(AdaptiveCampaignRepository campaigns, LedgerRepository entries, LedgerEntryWriter table) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.table = table;
    }

    /**
     * In a transaction of its own, which lasts whatever becomes of the call.
     *
     * @return false where the action has ended meanwhile: nothing is to be told
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean begin(String campaign, String id) {
        campaigns.lock(campaign);
        boolean booked = entries.require(campaign, id).state() == ActionState.BOOKED;
        if (booked) {
            table.told(id);
        }
        return booked;
    }
}

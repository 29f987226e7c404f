package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.adaptive.platform.AdPlatform;
import dev.convergence.adaptive.platform.ContentPlatform;
import dev.convergence.adaptive.platform.Crm;
import dev.convergence.adaptive.platform.TakingBack;
import org.springframework.stereotype.Component;

/** Tells the platforms what was decided. No lock is held meanwhile: a platform that hangs holds up its own action only. */
@Component
class Telling {

    private static final String SWITCHED_OFF_MEANWHILE =
            "Automatic action was switched off while this one was under way; it is booked, and the platform is not told yet.";

    private final AdaptiveCampaigns campaigns;
    private final LedgerEntries entries;
    private final LedgerTable table;
    private final Attempts attempts;
    private final AdPlatform ads;
    private final ContentPlatform content;
    private final Crm crm;

    Telling(
            AdaptiveCampaigns campaigns,
            LedgerEntries entries,
            LedgerTable table,
            Attempts attempts,
            AdPlatform ads,
            ContentPlatform content,
            Crm crm) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.table = table;
        this.attempts = attempts;
        this.ads = ads;
        this.content = content;
        this.crm = crm;
    }

    /**
     * Tells the platform of a booked action; nothing of any other.
     *
     * @param variants what the creative team has made, where it was asked to
     * @return false where it is automatic and automatic action is switched off: somebody is to be asked
     */
    boolean tell(String campaign, String id, Variants variants) {
        LedgerEntry action = entries.require(campaign, id);
        if (action.state() != ActionState.BOOKED) {
            return true;
        }
        if (action.isAutomatic() && isOff(campaign)) {
            return !asked(campaign, id);
        }
        if (attempts.begin(campaign, id)) {
            instruct(action, variants);
        }
        return true;
    }

    /** Asks, unless the campaign has ended meanwhile, and its actions with it. */
    private boolean asked(String campaign, String id) {
        campaigns.lock(campaign);
        boolean open = entries.require(campaign, id).state() == ActionState.BOOKED;
        if (open) {
            table.asked(id, SWITCHED_OFF_MEANWHILE);
        }
        return open;
    }

    private boolean isOff(String campaign) {
        return campaigns.find(campaign).filter(AdaptiveCampaign::automatic).isEmpty();
    }

    private void instruct(LedgerEntry action, Variants variants) {
        switch (action.kind()) {
            case BUDGET ->
                ads.move(new AdPlatform.BudgetMove(
                        action.id(),
                        action.campaign(),
                        action.from(),
                        action.to(),
                        action.amount(),
                        action.budgetAfter()));
            case TARGETING -> refine(action);
            case CREATIVE, VARIANTS -> publish(action, variants);
        }
    }

    private void refine(LedgerEntry action) {
        if (action.isReversal()) {
            crm.takeBack(takingBack(action));
        } else {
            crm.refine(new Crm.Refinement(action.id(), action.campaign(), action.from(), action.detail()));
        }
    }

    private void publish(LedgerEntry action, Variants variants) {
        if (action.isReversal()) {
            content.takeBack(takingBack(action));
        } else if (action.kind() == ActionKind.CREATIVE) {
            content.rotate(
                    new ContentPlatform.Rotation(action.id(), action.campaign(), action.from(), action.detail()));
        } else {
            content.publish(new ContentPlatform.Publication(
                    action.id(), action.campaign(), action.from(), variants.result(), variants.links()));
        }
    }

    private static TakingBack takingBack(LedgerEntry action) {
        return new TakingBack(action.id(), action.campaign(), action.from(), action.reverses());
    }

    /** What the creative team has made, and where it is; empty texts where it was not asked. */
    record Variants(String result, String links) {}
}

package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.adaptive.platform.AdPlatform;
import dev.convergence.adaptive.platform.ContentPlatform;
import dev.convergence.adaptive.platform.Crm;
import dev.convergence.adaptive.platform.Handover;
import dev.convergence.adaptive.platform.TakingBack;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Tells the platforms what was decided. No lock is held meanwhile; a platform that hangs holds up what it is to be told, and
 * two of a node's job threads at most.
 */
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
     * @return withdrawn where it is automatic and automatic action is switched off: somebody is to be asked
     */
    Handover tell(String campaign, String id, Variants variants) {
        LedgerEntry action = entries.require(campaign, id);
        Handover handover = isWanted(action) ? instruct(action, variants) : Handover.WITHDRAWN;
        return handover.isWithdrawn() && !asked(campaign, id) ? Handover.TAKEN : handover;
    }

    /** Asks, unless the action has ended meanwhile, as with its campaign. */
    private boolean asked(String campaign, String id) {
        campaigns.lock(campaign);
        boolean open = entries.require(campaign, id).state() == ActionState.BOOKED;
        if (open) {
            table.asked(id, SWITCHED_OFF_MEANWHILE);
        }
        return open;
    }

    /** As things stand now: the switch may be flipped, and the campaign end, at any moment. From here on it may be told. */
    private boolean isWantedNow(LedgerEntry action) {
        return isWanted(entries.require(action.campaign(), action.id()))
                && attempts.begin(action.campaign(), action.id());
    }

    private boolean isWanted(LedgerEntry action) {
        return action.state() == ActionState.BOOKED && !(action.isAutomatic() && isOff(action.campaign()));
    }

    private boolean isOff(String campaign) {
        return campaigns.find(campaign).filter(AdaptiveCampaign::automatic).isEmpty();
    }

    private Handover instruct(LedgerEntry action, Variants variants) {
        long number = entries.number(action.id());
        BooleanSupplier wanted = () -> isWantedNow(action);
        return switch (action.kind()) {
            case BUDGET -> ads.move(budgetMove(action, number), wanted);
            case TARGETING -> refine(action, number, wanted);
            case CREATIVE, VARIANTS -> publish(action, number, variants, wanted);
        };
    }

    /** The same for each attempt, also where it is told once more to be taken back. */
    static AdPlatform.BudgetMove budgetMove(LedgerEntry action, long number) {
        return new AdPlatform.BudgetMove(
                action.id(),
                number,
                action.campaign(),
                action.from(),
                action.to(),
                action.amount(),
                action.budgetAfter());
    }

    private Handover refine(LedgerEntry action, long number, BooleanSupplier wanted) {
        if (action.isReversal()) {
            return crm.takeBack(takingBack(action, number), wanted);
        }
        return crm.refine(
                new Crm.Refinement(action.id(), number, action.campaign(), action.from(), action.detail()), wanted);
    }

    private Handover publish(LedgerEntry action, long number, Variants variants, BooleanSupplier wanted) {
        if (action.isReversal()) {
            return content.takeBack(takingBack(action, number), wanted);
        }
        if (action.kind() == ActionKind.CREATIVE) {
            return content.rotate(
                    new ContentPlatform.Rotation(
                            action.id(), number, action.campaign(), action.from(), action.detail()),
                    wanted);
        }
        return content.publish(
                new ContentPlatform.Publication(
                        action.id(), number, action.campaign(), action.from(), variants.result(), variants.links()),
                wanted);
    }

    private static TakingBack takingBack(LedgerEntry action, long number) {
        return new TakingBack(action.id(), number, action.campaign(), action.from(), action.reverses());
    }

    /** What the creative team has made, and where it is; empty texts where it was not asked. */
    record Variants(String result, String links) {}
}

package dev.convergence.adaptive.action.dispatch;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerEntryWriter;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.adaptive.platform.AdPlatform;
import dev.convergence.adaptive.platform.ContentPlatform;
import dev.convergence.adaptive.platform.CrmPlatform;
import dev.convergence.adaptive.platform.DispatchResult;
import dev.convergence.adaptive.platform.ReversalInstruction;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Tells the platforms what was decided. No lock is held meanwhile; a platform that hangs holds up what it is to be told, and
 * two of a node's job threads at most.
 */
@Component
public class PlatformDispatcher {

    private static final String SWITCHED_OFF_MEANWHILE =
            "Automatic action was switched off while this one was under way; it is booked, and the platform is not told yet.";

    private final AdaptiveCampaignRepository campaigns;
    private final LedgerRepository entries;
    private final LedgerEntryWriter table;
    private final DispatchAttemptRecorder dispatchAttemptRecorder;
    private final AdPlatform ads;
    private final ContentPlatform content;
    private final CrmPlatform crmPlatform;

    PlatformDispatcher(
            AdaptiveCampaignRepository campaigns,
            LedgerRepository entries,
            LedgerEntryWriter table,
            DispatchAttemptRecorder dispatchAttemptRecorder,
            AdPlatform ads,
            ContentPlatform content,
            CrmPlatform crmPlatform) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.table = table;
        this.dispatchAttemptRecorder = dispatchAttemptRecorder;
        this.ads = ads;
        this.content = content;
        this.crmPlatform = crmPlatform;
    }

    /**
     * Tells the platform of a booked action; nothing of any other.
     *
     * @param variants what the creative team has made, where it was asked to
     * @return withdrawn where it is automatic and automatic action is switched off: somebody is to be asked
     */
    public DispatchResult tell(String campaign, String id, Variants variants) {
        LedgerEntry action = entries.require(campaign, id);
        DispatchResult dispatchResult = isWanted(action) ? instruct(action, variants) : DispatchResult.WITHDRAWN;
        return dispatchResult.isWithdrawn() && !asked(campaign, id) ? DispatchResult.TAKEN : dispatchResult;
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
                && dispatchAttemptRecorder.begin(action.campaign(), action.id());
    }

    private boolean isWanted(LedgerEntry action) {
        return action.state() == ActionState.BOOKED && !(action.isAutomatic() && isOff(action.campaign()));
    }

    private boolean isOff(String campaign) {
        return campaigns.find(campaign).filter(AdaptiveCampaign::automatic).isEmpty();
    }

    private DispatchResult instruct(LedgerEntry action, Variants variants) {
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

    private DispatchResult refine(LedgerEntry action, long number, BooleanSupplier wanted) {
        if (action.isReversal()) {
            return crmPlatform.takeBack(takingBack(action, number), wanted);
        }
        return crmPlatform.refine(
                new CrmPlatform.Refinement(action.id(), number, action.campaign(), action.from(), action.detail()),
                wanted);
    }

    private DispatchResult publish(LedgerEntry action, long number, Variants variants, BooleanSupplier wanted) {
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

    private static ReversalInstruction takingBack(LedgerEntry action, long number) {
        return new ReversalInstruction(action.id(), number, action.campaign(), action.from(), action.reverses());
    }

    /** What the creative team has made, and where it is; empty texts where it was not asked. */
    public record Variants(String result, String links) {}
}

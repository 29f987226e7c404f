package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.action.AdaptationProcess.Carrier;
import dev.convergence.adaptive.action.AdaptationProcess.Decider;
import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.BudgetRepository;
import dev.convergence.adaptive.action.ledger.BudgetShift;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerEntryWriter;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a decided action true in the books, once; and takes it out of them where it is not to be after all. */
@Component
class BookingService {

    private static final Set<ActionState> TO_BE_DECIDED = Set.of(ActionState.OPEN, ActionState.ASKED);

    private final AdaptiveCampaignRepository campaigns;
    private final LedgerRepository entries;
    private final LedgerEntryWriter table;
    private final BudgetRepository budgets;
    private final ActionAssessmentService actionAssessmentService;

    BookingService(
            AdaptiveCampaignRepository campaigns,
            LedgerRepository entries,
            LedgerEntryWriter table,
            BudgetRepository budgets,
            ActionAssessmentService actionAssessmentService) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.table = table;
        this.budgets = budgets;
        this.actionAssessmentService = actionAssessmentService;
    }

    /** Weighs an action that nobody has decided on, and books it. */
    @Transactional
    public Carrier book(String campaign, String id) {
        return book(campaign, id, false);
    }

    /**
     * Books an action that the rule or a person has decided on; one that is booked already stays as it is.
     *
     * @param weighed whether it was weighed just now, and is for the rule to decide
     * @throws AuthorizationException where it is for a person to decide, and nobody has
     */
    @Transactional
    public Carrier book(String campaign, String id, boolean weighed) {
        Optional<AdaptiveCampaign> live = campaigns.lock(campaign).filter(AdaptiveCampaign::isLive);
        LedgerEntry action = entries.require(campaign, id);
        if (live.isEmpty()) {
            giveBack(action, ActionState.STOPPED, ActionAssessmentService.CAMPAIGN_OVER);
            return Carrier.NOBODY;
        }
        if (TO_BE_DECIDED.contains(action.state()) && !action.isBooked()) {
            return weighed || isDecided(action) ? bookNow(action) : Carrier.NOBODY;
        }
        if (action.state() == ActionState.ASKED) {
            // Asked for a second time, on the way to the platform: what the creative team had to make is made.
            table.booked(id);
            return Carrier.PLATFORM;
        }
        return action.state() == ActionState.BOOKED ? carrier(action) : Carrier.NOBODY;
    }

    /** A model that leaves the weighing out, or the person, does not thereby decide. */
    private boolean isDecided(LedgerEntry action) {
        if (!action.isAutomatic()) {
            return true;
        }
        Decider decider = action.state() == ActionState.OPEN
                ? actionAssessmentService.weigh(action.campaign(), action.id())
                : Decider.PERSON;
        if (decider == Decider.PERSON) {
            throw new AuthorizationException("Action " + action.id() + " waits for a person's approval.");
        }
        return decider == Decider.RULE;
    }

    /** Ends an action that is not to be; what it had moved goes back, as far as it is still there. */
    @Transactional
    public void giveBack(String campaign, String id, ActionState state, String why) {
        campaigns.lock(campaign);
        giveBack(entries.require(campaign, id), state, why);
    }

    private Carrier bookNow(LedgerEntry action) {
        if (action.kind() != ActionKind.BUDGET) {
            table.booked(action.id());
            return carrier(action);
        }
        Optional<BudgetShift> shift = actionAssessmentService.shift(action);
        if (shift.isEmpty()) {
            table.ended(action.id(), ActionState.DECLINED, ActionTexts.nothingToMove(action));
            return Carrier.NOBODY;
        }
        budgets.apply(action.campaign(), shift.get());
        table.booked(action.id(), shift.get());
        return carrier(action);
    }

    private void giveBack(LedgerEntry action, ActionState state, String why) {
        if (action.isBooked() && action.amount() != null) {
            moveBack(action);
        } else if (action.isBooked()) {
            table.givenBack(action.id());
        }
        table.ended(action.id(), state, why);
    }

    /** Where a later action has taken some of it elsewhere meanwhile, the rest stays moved, and the ledger says so. */
    private void moveBack(LedgerEntry action) {
        Map<String, BigDecimal> present = budgets.of(action.campaign());
        Optional<BudgetShift> back = BudgetShift.upTo(present, action.to(), action.from(), action.amount());
        back.ifPresent(shift -> budgets.apply(action.campaign(), shift));
        table.givenBack(
                action.id(),
                back.map(BudgetShift::amount).orElse(BigDecimal.ZERO),
                back.map(BudgetShift::after).orElse(present));
    }

    private static Carrier carrier(LedgerEntry action) {
        return action.kind() == ActionKind.VARIANTS && !action.isReversal() ? Carrier.CREATIVE : Carrier.PLATFORM;
    }
}

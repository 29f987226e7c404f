package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.CampaignSignalPublisher;
import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.BudgetRepository;
import dev.convergence.adaptive.action.ledger.BudgetShift;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerEntryWriter;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.problem.TooLateException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes actions back. A reversal is decided by whoever asks for it, and booked at once: what it gives back cannot be
 * spent on anything else before the platform hears of it.
 */
@Component
class ReversalService {

    private static final Set<ActionKind> LAYERED = Set.of(ActionKind.CREATIVE, ActionKind.TARGETING);
    private static final Set<ActionState> TAKEN = Set.of(ActionState.BOOKED, ActionState.DONE);

    private final SteeringAccess steeringAccess;
    private final LedgerRepository entries;
    private final LedgerEntryWriter table;
    private final BudgetRepository budgets;
    private final CampaignSignalPublisher campaignSignalPublisher;

    ReversalService(
            SteeringAccess steeringAccess,
            LedgerRepository entries,
            LedgerEntryWriter table,
            BudgetRepository budgets,
            CampaignSignalPublisher campaignSignalPublisher) {
        this.steeringAccess = steeringAccess;
        this.entries = entries;
        this.table = table;
        this.budgets = budgets;
        this.campaignSignalPublisher = campaignSignalPublisher;
    }

    /**
     * Enters and books the opposite of an action that is done.
     *
     * @param by who asks for it, and for whom
     * @throws TooLate where it is not done, was taken back before, or cannot be taken back any more
     */
    @Transactional
    public LedgerEntry reverse(String campaign, String id, String reason, String by) {
        steeringAccess.lockLive(campaign);
        LedgerEntry action = entries.require(campaign, id);
        check(action);
        String reversal = UUID.randomUUID().toString();
        table.openReversal(reversal, action, reason, by);
        if (action.amount() == null) {
            table.booked(reversal);
        } else {
            moveBack(action, reversal);
        }
        campaignSignalPublisher.tell(campaign, AdaptiveProcess.RULE_FIRED, reversal);
        return entries.require(campaign, reversal);
    }

    private void check(LedgerEntry action) {
        if (action.state() != ActionState.DONE) {
            throw new TooLateException("Action %s is %s; only what is done is taken back."
                    .formatted(action.id(), action.state().inWords()));
        }
        if (action.reversedBy() != null) {
            throw new TooLateException("Action %s was taken back by %s.".formatted(action.id(), action.reversedBy()));
        }
        if (action.isReversal()) {
            throw new TooLateException("Action %s took another one back; that is final.".formatted(action.id()));
        }
        if (LAYERED.contains(action.kind())) {
            requireTopmost(action);
        }
    }

    /** What was before it would not be what is there now. The platform stacks them as they came, not as they were asked for. */
    private void requireTopmost(LedgerEntry action) {
        entries.of(action.campaign()).stream()
                .filter(other -> isStackedWith(action, other))
                .sorted(Comparator.comparing(LedgerEntry::carriedOutAt).reversed())
                .takeWhile(later -> !later.id().equals(action.id()))
                .findFirst()
                .ifPresent(later -> {
                    throw new TooLateException(
                            "Action %s came after it on the same channel; take that back first.".formatted(later.id()));
                });
    }

    private static boolean isStackedWith(LedgerEntry action, LedgerEntry other) {
        return other.kind() == action.kind()
                && Objects.equals(other.from(), action.from())
                && TAKEN.contains(other.state())
                && !other.isReversal()
                && other.reversedBy() == null;
    }

    private void moveBack(LedgerEntry action, String reversal) {
        Map<String, BigDecimal> present = budgets.of(action.campaign());
        BigDecimal there = BudgetShift.of(present, action.to());
        if (there.compareTo(action.amount()) < 0) {
            throw new TooLateException("Channel %s has %s left of the %s that would go back to %s."
                    .formatted(action.to(), there, action.amount(), action.from()));
        }
        BudgetShift shift = BudgetShift.upTo(present, action.to(), action.from(), action.amount())
                .orElseThrow();
        budgets.apply(action.campaign(), shift);
        table.booked(reversal, shift);
    }
}

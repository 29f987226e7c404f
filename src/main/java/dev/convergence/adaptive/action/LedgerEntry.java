package dev.convergence.adaptive.action;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One action of a campaign as the ledger has it.
 *
 * @param rule what asked for it; {@value #REVERSAL} where a person took another action back
 * @param cause what made the rule fire
 * @param from the channel that the action takes from, or changes
 * @param to the channel that it gives to; null where there is none
 * @param sharePercent how much of the budget of the one was to move to the other; null where none does
 * @param evidence the readings that the rule looked at, the newest last
 * @param amount the money that moved; null until it is booked, or where none does
 * @param budgetBefore by channel; empty where no money moved
 * @param budgetAfter by channel; the same sum
 * @param askedBecause why a person was asked; null where nobody was
 * @param decidedBy who said yes or no; null where the rule decided within the bounds
 * @param decisionComment what they said, or why nobody had to decide
 * @param reverses the id of the action that this one takes back; null where it takes none back
 * @param reversedBy the id of the action that took this one back; null while it stands
 */
public record LedgerEntry(
        String id,
        String campaign,
        String rule,
        String cause,
        ActionKind kind,
        ActionState state,
        String from,
        String to,
        BigDecimal sharePercent,
        String detail,
        String reason,
        List<Trigger.Evidence> evidence,
        BigDecimal amount,
        Map<String, BigDecimal> budgetBefore,
        Map<String, BigDecimal> budgetAfter,
        String askedBecause,
        String decidedBy,
        Instant decidedAt,
        String decisionComment,
        Instant createdAt,
        Instant bookedAt,
        Instant doneAt,
        String reverses,
        String reversedBy) {

    /** Stands for the rule of an action that a person asked for, to take another one back. */
    public static final String REVERSAL = "reversal";

    /** Whether no person had a say in it: such actions stop with the campaign's switch. */
    boolean isAutomatic() {
        return decidedBy == null;
    }

    boolean isReversal() {
        return reverses != null;
    }

    boolean isBooked() {
        return bookedAt != null;
    }
}

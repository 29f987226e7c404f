package dev.convergence.adaptive.action.ledger;

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
 * @param askedAmount the money that a person was asked about; null where nobody was, or none moves
 * @param toldAt when the platform was first told, or may have been; null where it was not, or has refused for good
 * @param refusal what the platform said when it last refused for good
 * @param givenBackAt when it was taken out of the books again; null where it was not
 * @param givenBack how much of the amount was still there then, and went back
 * @param budgetGivenBack the budgets then; empty where no money had moved
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
        List<FiredRule.Evidence> evidence,
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
        String reversedBy,
        BigDecimal askedAmount,
        Instant toldAt,
        String refusal,
        Instant givenBackAt,
        BigDecimal givenBack,
        Map<String, BigDecimal> budgetGivenBack) {

    /** Stands for the rule of an action that a person asked for, to take another one back. */
    public static final String REVERSAL = "reversal";

    /** Whether no person had a say in it: such actions stop with the campaign's switch. */
    public boolean isAutomatic() {
        return decidedBy == null;
    }

    public boolean isReversal() {
        return reverses != null;
    }

    /** Whether it is in the books, and nobody has given it back. */
    public boolean isBooked() {
        return bookedAt != null && givenBackAt == null;
    }

    /** When it came to be: done; until then, booked. */
    public Instant carriedOutAt() {
        return doneAt == null ? bookedAt : doneAt;
    }
}

package dev.convergence.adaptive.action.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A rule that has fired.
 *
 * @param cause what made it fire; the same rule does not act twice for one cause
 * @param from the channel that the action takes from, or changes
 * @param to the channel that it gives to; null where there is none
 * @param sharePercent how much of the budget of the one moves to the other; null where none does
 * @param detail which creative, which audience, what for; empty where nothing is to be said
 * @param reason why, in a sentence for people
 * @param evidence the readings that the rule looked at, the newest last
 */
public record FiredRule(
        String campaign,
        String rule,
        String cause,
        ActionKind kind,
        String from,
        String to,
        BigDecimal sharePercent,
        String detail,
        String reason,
        List<Evidence> evidence) {

    /** One of the readings that an action rests on. */
    public record Evidence(
            String id, String source, String metric, String channel, BigDecimal value, Instant observedAt) {}
}

package dev.convergence.adaptive.rule;

import dev.convergence.adaptive.action.ledger.ActionKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One rule, as it stands for a campaign's metric.
 *
 * @param fewest how many readings its window must hold
 * @param window how far back it looks, from the reading that it weighs
 * @param after how long it keeps quiet, from when the campaign went live
 * @param from the channel that its action takes from, or changes; null where it names none
 * @param to the channel that it gives to; null where there is none
 * @param share per cent; null where no budget moves
 * @param detail empty where nothing is to be said
 */
record AdaptationRule(
        String id,
        Side side,
        BigDecimal threshold,
        BigDecimal release,
        int fewest,
        Duration window,
        Duration after,
        ActionKind kind,
        String from,
        String to,
        BigDecimal share,
        String detail,
        Duration coolDown,
        String reason) {

    /** On which side of its threshold a rule fires. */
    enum Side {
        BELOW {
            @Override
            boolean holds(BigDecimal value, BigDecimal limit) {
                return value.compareTo(limit) < 0;
            }
        },
        ABOVE {
            @Override
            boolean holds(BigDecimal value, BigDecimal limit) {
                return value.compareTo(limit) > 0;
            }
        };

        abstract boolean holds(BigDecimal value, BigDecimal limit);
    }

    /** What it weighs: the newest reading and those before it within the window; in their order. */
    List<Observation> window(List<Observation> recent) {
        Instant newest = recent.get(recent.size() - 1).observedAt();
        return recent.stream()
                .filter(one -> one.observedAt().isAfter(newest.minus(window)))
                .toList();
    }

    boolean isQuiet(Instant liveFrom, Instant observedAt) {
        return observedAt.isBefore(liveFrom.plus(after));
    }

    boolean isBeyond(BigDecimal mean) {
        return side.holds(mean, threshold);
    }

    /** Whether the metric has recovered so far that the rule may fire again. */
    boolean isReleased(BigDecimal mean) {
        return !side.holds(mean, release);
    }

    boolean isCoolingDown(Instant lastFired, Instant now) {
        return lastFired != null && now.isBefore(lastFired.plus(coolDown));
    }
}

package dev.convergence.adaptive.action.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Money that moves from one channel to another. What one loses the other gets, to the cent, and no channel falls below
 * zero.
 *
 * @param before all budgets of the campaign, by channel
 * @param after the same, once it has moved
 */
public record BudgetShift(
        String from, String to, BigDecimal amount, Map<String, BigDecimal> before, Map<String, BigDecimal> after) {

    /** Digits after the point, of all money. */
    static final int SCALE = 2;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(SCALE);

    /** A share of what the one channel has, rounded down; empty where nothing would move. */
    public static Optional<BudgetShift> ofShare(
            Map<String, BigDecimal> budgets, String from, String to, BigDecimal sharePercent) {
        BigDecimal share = sharePercent == null ? BigDecimal.ZERO : sharePercent.min(HUNDRED);
        return upTo(
                budgets,
                from,
                to,
                of(budgets, from).multiply(share).divide(HUNDRED).setScale(SCALE, RoundingMode.DOWN));
    }

    /** As much of an amount as the one channel has; empty where nothing would move. */
    public static Optional<BudgetShift> upTo(
            Map<String, BigDecimal> budgets, String from, String to, BigDecimal wanted) {
        BigDecimal amount = wanted.min(of(budgets, from));
        if (from == null || to == null || from.equals(to) || amount.signum() <= 0) {
            return Optional.empty();
        }
        Map<String, BigDecimal> before = new TreeMap<>(budgets);
        before.putIfAbsent(to, NOTHING);
        Map<String, BigDecimal> after = new TreeMap<>(before);
        after.computeIfPresent(from, (channel, present) -> present.subtract(amount));
        after.computeIfPresent(to, (channel, present) -> present.add(amount));
        return Optional.of(new BudgetShift(from, to, amount, before, after));
    }

    public static BigDecimal of(Map<String, BigDecimal> budgets, String channel) {
        return channel == null ? NOTHING : budgets.getOrDefault(channel, NOTHING);
    }

    /** Money as it is kept, rounded down. */
    static BigDecimal money(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.DOWN);
    }
}

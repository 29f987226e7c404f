package dev.convergence.adaptive.platform;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Where budgets are spent. Takes each instruction once, however often it comes. */
public interface AdPlatform {

    /**
     * A campaign goes live with its first budgets.
     *
     * @param id the same for each attempt
     * @param number 0: it comes before all moves
     * @param budgets by channel
     */
    record Opening(String id, long number, String campaign, Map<String, BigDecimal> budgets) {}

    /**
     * Budget moves from one channel to another. Moves may come in another order than they were booked in, so a platform
     * either adds up the amounts, or takes the budgets of the highest number.
     *
     * @param id the same for each attempt
     * @param number the place in which it was booked
     * @param amount what the one channel loses and the other gets, whatever they have
     * @param budgets what all channels have as of that number, lower numbers that were not told yet included: of two, the
     *     higher number counts
     */
    record BudgetMove(
            String id,
            long number,
            String campaign,
            String from,
            String to,
            BigDecimal amount,
            Map<String, BigDecimal> budgets) {}

    /** @throws PlatformFailed where the platform does not say yes */
    DispatchResult open(Opening opening);

    /**
     * Moves budget.
     *
     * @param wanted asked last before the call; where it says no, nothing is sent
     * @throws PlatformFailed where the platform does not say yes
     */
    DispatchResult move(BudgetMove move, BooleanSupplier wanted);
}

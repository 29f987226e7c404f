package dev.convergence.adaptive.platform;

import java.math.BigDecimal;
import java.util.Map;

/** Where budgets are spent. Takes each instruction once, however often it comes. */
public interface AdPlatform {

    /**
     * A campaign goes live with its first budgets.
     *
     * @param id the same for each attempt
     * @param budgets by channel
     */
    record Opening(String id, String campaign, Map<String, BigDecimal> budgets) {}

    /**
     * Budget moves from one channel to another.
     *
     * @param id the same for each attempt
     * @param budgets what all channels have once it has moved
     */
    record BudgetMove(
            String id, String campaign, String from, String to, BigDecimal amount, Map<String, BigDecimal> budgets) {}

    /** @throws PlatformFailed where the platform does not say yes */
    void open(Opening opening);

    /** @throws PlatformFailed where the platform does not say yes */
    void move(BudgetMove move);
}

package dev.convergence.adaptive.action.ledger;

import java.math.BigDecimal;

/**
 * What one channel may spend.
 *
 * @param planned what the brief gave it
 * @param now what it has after all actions so far
 */
public record ChannelBudget(String channel, BigDecimal planned, BigDecimal now) {}

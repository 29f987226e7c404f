/**
 * Every action, what it changed and who was asked; the budgets of channels. Begin with {@link
 * dev.convergence.adaptive.action.ledger.LedgerEntry}.
 */
package dev.convergence.adaptive.action.ledger;

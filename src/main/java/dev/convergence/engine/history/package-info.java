/**
 * How long the engine keeps history, and when it removes it: begin with {@link
 * dev.convergence.engine.history.HistoryConfiguration}. Whoever keeps something beside the engine that ends with its
 * history joins the cleanup by a {@link dev.convergence.engine.history.HistoryCleanupStep}.
 */
package dev.convergence.engine.history;

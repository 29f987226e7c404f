package dev.convergence.engine.history;

/**
 * What is cleaned up together with the engine's history: in its window, on one node at a time, before the engine removes
 * a batch of its own. Runs outside of any transaction.
 */
public interface HistoryCleanupStep {

    /**
     * Removes a bounded number of rows, in transactions of its own; comes again in the same window.
     *
     * @return whether the engine may remove what its own record says; it removes nothing either where the step fails
     */
    boolean cleanUp();
}

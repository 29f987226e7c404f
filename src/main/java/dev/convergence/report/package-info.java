/** What is read off the engine's history for those who manage: figures, and where the history is gone off
 * the records of its campaigns. */
package dev.convergence.report;

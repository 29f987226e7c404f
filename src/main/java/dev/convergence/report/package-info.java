/** What is read off the engine's history for those who manage: figures, no second record. */
package dev.convergence.report;

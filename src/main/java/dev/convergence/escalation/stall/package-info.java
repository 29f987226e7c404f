/**
 * Stalls as managers see and move them: the list, the actions, the metrics. Begin with {@link
 * dev.convergence.escalation.stall.StallReader}.
 */
package dev.convergence.escalation.stall;

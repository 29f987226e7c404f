package dev.convergence.adaptive.platform;

/**
 * What was before an earlier instruction is to be again.
 *
 * @param id the same for each attempt
 * @param number the place in which it was booked, after the one that is taken back
 * @param instruction the id of the one that is taken back
 */
public record ReversalInstruction(String id, long number, String campaign, String channel, String instruction) {}

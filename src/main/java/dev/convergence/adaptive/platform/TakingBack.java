package dev.convergence.adaptive.platform;

/**
 * What was before an earlier instruction is to be again.
 *
 * @param id the same for each attempt
 * @param instruction the id of the one that is taken back
 */
public record TakingBack(String id, String campaign, String channel, String instruction) {}

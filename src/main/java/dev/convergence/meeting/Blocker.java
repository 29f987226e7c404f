package dev.convergence.meeting;

import java.time.Instant;

/**
 * Something that a campaign waits for.
 *
 * @param what in words
 * @param owner the group or person that has to act
 * @param since from when on it has been in the way
 */
public record Blocker(String what, String owner, Instant since) {}

package dev.convergence.meeting;

import java.time.Instant;

/**
 * Something that has changed in a campaign.
 *
 * @param what in words
 * @param by who did it, in words; null where nobody did
 */
public record Progress(String what, String by, Instant at) {}

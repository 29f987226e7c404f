package dev.convergence.gate;

import java.time.Instant;

/**
 * One vote on a gate.
 *
 * @param voter whose vote it is
 * @param by who gave it: the voter, somebody who stands in, or whom the ladder called
 * @param outcome {@code WAIVED} where a manager waived it
 * @param version of the work that was seen, where that is known
 */
public record Vote(
        String voter, String by, Instant at, String outcome, String comment, String conditions, Integer version) {}

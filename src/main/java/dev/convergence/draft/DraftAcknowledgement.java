package dev.convergence.draft;

import java.time.Instant;

/**
 * A team has looked at a version of another track's draft, and its own work stands.
 *
 * @param track whose work stands
 * @param of of which track the version is
 * @param onBehalfOf in whose name; null where it was given in person
 * @param note null where nothing was said
 */
public record DraftAcknowledgement(
        String track, String of, int version, String by, String onBehalfOf, Instant at, String note) {}

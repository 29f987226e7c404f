package dev.convergence.retention;

import java.time.Instant;

/**
 * A campaign that is over.
 *
 * @param instanceId its process instance
 * @param removedFrom from when on its history is removed
 */
public record EndedCampaign(String instanceId, String key, Instant startedAt, Instant endedAt, Instant removedFrom) {}

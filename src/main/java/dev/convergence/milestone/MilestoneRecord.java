package dev.convergence.milestone;

import java.time.Instant;
import java.util.List;

/**
 * The state of one milestone.
 *
 * @param reachedAt null while it is not reached
 * @param declaredBy who declared it reached although somebody was missing; null where everybody arrived
 * @param comment why
 * @param waitingFor the tracks that are still to arrive
 */
public record MilestoneRecord(
        String campaignInstanceId,
        String milestone,
        String name,
        Instant dueAt,
        Instant reachedAt,
        String declaredBy,
        String comment,
        List<String> waitingFor) {}

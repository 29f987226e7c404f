package dev.convergence.gate;

import java.time.Instant;

/**
 * One round of review at a gate.
 *
 * @param campaignInstanceId the campaign's process instance
 * @param round 1 for the first review of this gate in this campaign
 * @param outcome empty while it is undecided
 */
public record GateReview(
        String campaignInstanceId,
        String taskId,
        String gate,
        String name,
        int round,
        String outcome,
        String decidedBy,
        Instant openedAt,
        Instant decidedAt,
        Instant dueAt,
        String comment,
        String conditions) {

    public boolean isOpen() {
        return outcome == null;
    }
}

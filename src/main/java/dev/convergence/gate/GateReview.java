package dev.convergence.gate;

import java.time.Instant;
import java.util.List;

/**
 * One round of review at a gate.
 *
 * @param campaignInstanceId the campaign's process instance
 * @param gateInstanceId the gate's process instance
 * @param taskId the review; of a vote, one of its parts
 * @param round 1 for the first review of this gate in this campaign
 * @param outcome empty while it is undecided
 * @param decidedBy who decided; of a vote, all who voted
 * @param decidedFor for whom, where somebody stood in
 * @param version of the work that was seen, where that is known
 * @param votes the votes, where it is decided by a vote
 */
public record GateReview(
        String campaignInstanceId,
        String gateInstanceId,
        String taskId,
        String gate,
        String name,
        int round,
        String outcome,
        String decidedBy,
        String decidedFor,
        Instant openedAt,
        Instant decidedAt,
        Instant dueAt,
        String comment,
        String conditions,
        Integer version,
        List<Vote> votes) {

    public boolean isOpen() {
        return outcome == null;
    }
}

package dev.convergence.gate.review;

import dev.convergence.escalation.wait.Quorum;
import dev.convergence.gate.GateOutcome;
import java.util.List;
import java.util.Optional;

/**
 * Counts votes. A waived vote is not counted, as if there were one voter less.
 *
 * @param quorum all or a majority
 * @param veto whether one objection ends the vote
 * @param voters how many may vote
 * @param votes the outcomes that were voted for so far
 */
record VoteTally(Quorum quorum, boolean veto, int voters, List<GateOutcome> votes) {

    /** The outcome, as soon as the votes that are still missing can change it no more. */
    Optional<GateOutcome> outcome() {
        if (counted() == 0) {
            return Optional.of(GateOutcome.WAIVED);
        }
        if (isRefused()) {
            return Optional.of(objection());
        }
        return isApproved() ? Optional.of(approval()) : Optional.empty();
    }

    private boolean isRefused() {
        return switch (quorum) {
            case MAJORITY -> (veto && objections() > 0) || 2 * (counted() - objections()) <= counted();
            default -> objections() > 0;
        };
    }

    private boolean isApproved() {
        return switch (quorum) {
            case ANY -> approvals() > 0;
            case MAJORITY -> 2 * approvals() > counted();
            case ALL -> approvals() == counted();
        };
    }

    private GateOutcome objection() {
        boolean allStop = votes.stream().filter(VoteTally::objects).allMatch(vote -> vote == GateOutcome.STOPPED);
        return allStop ? GateOutcome.STOPPED : GateOutcome.SENT_BACK;
    }

    private GateOutcome approval() {
        return votes.contains(GateOutcome.APPROVED_WITH_CONDITIONS)
                ? GateOutcome.APPROVED_WITH_CONDITIONS
                : GateOutcome.APPROVED;
    }

    private long counted() {
        return voters
                - votes.stream().filter(vote -> vote == GateOutcome.WAIVED).count();
    }

    private long approvals() {
        return votes.stream().filter(GateOutcome::approves).count();
    }

    private long objections() {
        return votes.stream().filter(VoteTally::objects).count();
    }

    private static boolean objects(GateOutcome vote) {
        return vote == GateOutcome.SENT_BACK || vote == GateOutcome.STOPPED;
    }
}

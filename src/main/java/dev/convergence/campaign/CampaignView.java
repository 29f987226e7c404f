package dev.convergence.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.convergence.campaign.alignment.ConflictRecord;
import dev.convergence.campaign.request.CampaignState;
import dev.convergence.escalation.stall.Stall;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.Vote;
import dev.convergence.gate.condition.ConditionRecord;
import dev.convergence.handoff.HandoffRecord;
import dev.convergence.milestone.MilestoneRecord;
import java.time.Instant;
import java.util.List;

/**
 * A campaign as the API shows it.
 *
 * @param alignmentIncidents how many conflicts it had so far, settled ones included
 * @param conflicts those that are open
 * @param warnings what should be looked at again, such as a date beyond the confirmed public holidays
 * @param stage the stage that is under way, named as in the model; null before the pattern and after the launch
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CampaignView(
        String key,
        String name,
        String type,
        String priority,
        String pattern,
        CampaignState state,
        String stage,
        Instant plannedLaunch,
        Instant launchedAt,
        String cancellationRationale,
        String cancelledBy,
        Number roi,
        Number teamSatisfaction,
        List<GateView> gates,
        List<ConditionView> conditions,
        List<HandoffView> handoffs,
        List<MilestoneView> milestones,
        List<Stall> stalls,
        int alignmentIncidents,
        List<ConflictView> conflicts,
        List<String> warnings) {

    /**
     * A gate of the pattern, whether it was reached or not.
     *
     * @param outcome of the last review; null while it is undecided or not reached
     * @param decidedFor for whom, where somebody stood in
     * @param votes of the last review, where it is decided by a vote
     */
    record GateView(
            String gate,
            String name,
            String outcome,
            String decidedBy,
            String decidedFor,
            Instant decidedAt,
            Instant dueAt,
            String comment,
            String conditions,
            int rounds,
            List<VoteView> votes) {

        static GateView reached(GateReview last) {
            return new GateView(
                    last.gate(),
                    last.name(),
                    last.outcome(),
                    last.decidedBy(),
                    last.decidedFor(),
                    last.decidedAt(),
                    last.dueAt(),
                    last.comment(),
                    last.conditions(),
                    last.round(),
                    last.votes().stream().map(VoteView::of).toList());
        }

        static GateView ahead(String gate, String name, Instant plannedFor) {
            return new GateView(gate, name, null, null, null, null, plannedFor, null, null, 0, List.of());
        }
    }

    /** @param voter whose vote it is; {@code by} is somebody else where that one stood in */
    record VoteView(String voter, String by, Instant at, String outcome, String comment, Integer version) {

        static VoteView of(Vote vote) {
            return new VoteView(vote.voter(), vote.by(), vote.at(), vote.outcome(), vote.comment(), vote.version());
        }
    }

    /** @param metAt null while the condition is open */
    record ConditionView(
            String gate, String what, String owner, Instant dueAt, Instant metAt, String metBy, String metFor) {

        static ConditionView of(ConditionRecord condition) {
            return new ConditionView(
                    condition.gate(),
                    condition.what(),
                    condition.owner(),
                    condition.dueAt(),
                    condition.metAt(),
                    condition.metBy(),
                    condition.metFor());
        }
    }

    record HandoffView(
            String handoff,
            String name,
            String from,
            String to,
            String state,
            Instant dueAt,
            String answeredBy,
            String answeredFor,
            Instant answeredAt,
            String comment) {

        static HandoffView of(HandoffRecord handoff) {
            return new HandoffView(
                    handoff.handoff(),
                    handoff.name(),
                    handoff.from(),
                    handoff.to(),
                    handoff.state(),
                    handoff.dueAt(),
                    handoff.answeredBy(),
                    handoff.answeredFor(),
                    handoff.answeredAt(),
                    handoff.comment());
        }
    }

    /**
     * @param reachedAt null while it is not reached
     * @param declaredBy who declared it reached although somebody was missing; null where everybody arrived
     * @param comment why it was declared reached, or its date moved last
     * @param waitingFor the tracks that are still to arrive
     */
    record MilestoneView(
            String milestone,
            String name,
            Instant dueAt,
            Instant reachedAt,
            String declaredBy,
            String comment,
            List<String> waitingFor) {

        static MilestoneView of(MilestoneRecord milestone) {
            return new MilestoneView(
                    milestone.milestone(),
                    milestone.name(),
                    milestone.dueAt(),
                    milestone.reachedAt(),
                    milestone.declaredBy(),
                    milestone.comment(),
                    milestone.waitingFor());
        }
    }

    record ConflictView(String id, String kind, String message, Instant since) {

        static ConflictView of(ConflictRecord conflict) {
            return new ConflictView(conflict.id(), conflict.kind(), conflict.message(), conflict.since());
        }
    }
}

package dev.convergence.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.convergence.escalation.Stall;
import dev.convergence.gate.GateReview;
import dev.convergence.handoff.HandoffRecord;
import java.time.Instant;
import java.util.List;

/**
 * A campaign as the API shows it.
 *
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
        Number roi,
        Number teamSatisfaction,
        List<GateView> gates,
        List<HandoffView> handoffs,
        List<MilestoneView> milestones,
        List<Stall> stalls) {

    /**
     * A gate of the pattern, whether it was reached or not.
     *
     * @param outcome of the last review; null while it is undecided or not reached
     */
    record GateView(
            String gate,
            String name,
            String outcome,
            String decidedBy,
            Instant decidedAt,
            Instant dueAt,
            String comment,
            String conditions,
            int rounds) {

        static GateView reached(GateReview last) {
            return new GateView(
                    last.gate(),
                    last.name(),
                    last.outcome(),
                    last.decidedBy(),
                    last.decidedAt(),
                    last.dueAt(),
                    last.comment(),
                    last.conditions(),
                    last.round());
        }

        static GateView ahead(String gate, String name, Instant plannedFor) {
            return new GateView(gate, name, null, null, null, plannedFor, null, null, 0);
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

    record MilestoneView(String milestone, Instant dueAt, Instant reachedAt) {}
}

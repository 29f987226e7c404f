package dev.convergence.campaign.planning;

import dev.convergence.campaign.alignment.ConflictChange;
import dev.convergence.campaign.plan.PlanMove;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a moved date touches.
 *
 * @param workingDays by how many working days it moves; negative where it moves forward
 * @param dates every planned date that moves, the one that was asked for first
 * @param timers every running timer and due date that moves with them
 * @param teams every team that is told
 * @param warnings what should be looked at again in the plan as it is then
 * @param conflicts what it brings into conflict, and which conflicts it ends
 */
public record PlanChange(
        String id,
        boolean dryRun,
        long workingDays,
        List<PlanMove.Shift> dates,
        List<TimerMove> timers,
        Set<String> teams,
        ConflictChange conflicts,
        List<String> warnings) {

    /** @param element the gate, handoff, stage or launch whose timer it is */
    public record TimerMove(String element, String what, Instant from, Instant to) {}
}

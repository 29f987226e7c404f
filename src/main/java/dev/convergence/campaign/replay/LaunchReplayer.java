package dev.convergence.campaign.replay;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.plan.PlanMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A launch lived through again: each day's recorded moves are made on the plan, the earliest date first, and everything
 * later moves along. A date that moved along although the record holds it elsewhere is moved back, as people did by
 * leaving it alone; one that moved along to where the record wants it needs no move of its own.
 */
public final class LaunchReplayer {

    private final WorkingCalendarRegistry calendars;
    private final RecordedDateCalculator recorded = new RecordedDateCalculator();
    private final List<PlanMove> moves = new ArrayList<>();
    private Plan plan;

    private LaunchReplayer(Plan planned, WorkingCalendarRegistry calendars) {
        this.plan = planned;
        this.calendars = calendars;
    }

    public static LaunchReplayer of(LaunchPlan launch, WorkingCalendarRegistry calendars) {
        LaunchReplayer replay = new LaunchReplayer(launch.planned(), calendars);
        launch.moves().stream()
                .collect(Collectors.groupingBy(RecordedMove::on, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(replay::day);
        return replay;
    }

    /** The plan after the last move. */
    public Plan end() {
        return plan;
    }

    /** The moves that it took, in their order. */
    public List<PlanMove> moves() {
        return List.copyOf(moves);
    }

    /** The entries that do not stand on their last recorded day. */
    public List<PlanEntry> strays() {
        return recorded.strays(plan);
    }

    /** How often any entry changed its date. */
    public long shifts() {
        return moves.stream().mapToLong(move -> move.shifts().size()).sum();
    }

    private void day(List<RecordedMove> moved) {
        recorded.add(moved);
        int patience = recorded.patience();
        Optional<PlanEntry> next = recorded.earliestStray(plan);
        while (next.isPresent() && patience-- > 0) {
            PlanMove move = plan.move(next.get().id(), recorded.of(next.get()), calendars);
            moves.add(move);
            plan = move.after();
            next = recorded.earliestStray(plan);
        }
    }
}

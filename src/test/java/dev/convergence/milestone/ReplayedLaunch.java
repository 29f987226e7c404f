package dev.convergence.milestone;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.replay.LaunchPlan;
import dev.convergence.campaign.replay.RecordedMove;
import dev.convergence.people.GroupCatalog;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A recorded launch as a parallel campaign: the drafts converge on the working day after the product's code freeze, the
 * final versions on the one after the last date before the release, and the launch is the release, the last date of the
 * product. Whatever the record moves of these, it moves of their followers.
 */
record ReplayedLaunch(LaunchPlan launch) {

    static final String DRAFTS_CONVERGED = "drafts-converged";
    static final String FINAL_CONVERGED = "final-converged";
    static final String LAUNCH = "launch";

    private static final String FREEZE = "code-freeze";

    /** A date that stands so many working days after another one, and is moved whenever that is. */
    private record Follower(String id, PlanEntry leader, long lag, WorkingCalendar office) {

        PlanEntry entry() {
            return new PlanEntry(id, id, GroupCatalog.CAMPAIGN_MANAGERS, day(leader.due()), List.of(leader.id()));
        }

        RecordedMove follow(RecordedMove move) {
            return new RecordedMove(move.on(), id, day(move.from()), day(move.to()));
        }

        private LocalDate day(LocalDate ofLeader) {
            return lag == 0 ? ofLeader : office.addDays(ofLeader, lag);
        }
    }

    static ReplayedLaunch of(LaunchPlan recorded, WorkingCalendarRegistry calendars) {
        Plan plan = recorded.planned();
        WorkingCalendar office = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS);
        PlanEntry release = last(plan, entry -> entry.group().equals(GroupCatalog.PRODUCT));
        PlanEntry freeze = last(
                plan,
                entry ->
                        entry.group().equals(GroupCatalog.PRODUCT) && entry.id().contains(FREEZE));
        PlanEntry end = last(plan, entry -> entry.due().isBefore(release.due()));
        List<Follower> followers = List.of(
                new Follower(DRAFTS_CONVERGED, freeze, 1, office),
                new Follower(FINAL_CONVERGED, end, 1, office),
                new Follower(LAUNCH, release, 0, office));
        Plan planned = Plan.of(
                Stream.concat(plan.entries().stream(), followers.stream().map(Follower::entry))
                        .toList());
        return new ReplayedLaunch(new LaunchPlan(
                recorded.name(),
                recorded.source(),
                planned,
                planned,
                recorded.moves().stream()
                        .flatMap(move -> Stream.concat(Stream.of(move), followed(move, followers)))
                        .toList(),
                recorded.findings()));
    }

    private static Stream<RecordedMove> followed(RecordedMove move, List<Follower> followers) {
        return followers.stream()
                .filter(follower -> follower.leader().id().equals(move.id()))
                .map(follower -> follower.follow(move));
    }

    LocalDate firstDay() {
        return Stream.concat(
                        launch.planned().entries().stream().map(PlanEntry::due),
                        launch.moves().stream().map(RecordedMove::on))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static PlanEntry last(Plan plan, Predicate<PlanEntry> which) {
        return plan.entries().stream()
                .filter(which)
                .max(Comparator.comparing(PlanEntry::due))
                .orElseThrow();
    }
}

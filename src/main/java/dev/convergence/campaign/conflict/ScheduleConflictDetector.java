package dev.convergence.campaign.conflict;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A date that lies before one that it needs. Both are days: what is due on the day on which it is needed is in time.
 */
final class ScheduleConflictDetector {

    private final Plan plan;
    private final WorkingCalendarRegistry calendars;
    private final List<Conflict> conflicts = new ArrayList<>();

    private ScheduleConflictDetector(Plan plan, WorkingCalendarRegistry calendars) {
        this.plan = plan;
        this.calendars = calendars;
    }

    static List<Conflict> in(Plan plan, List<Touchpoint> touchpoints, WorkingCalendarRegistry calendars) {
        ScheduleConflictDetector found = new ScheduleConflictDetector(plan, calendars);
        plan.entries().forEach(entry -> found.check(place(entry), "for", entry.due(), entry.dependsOn()));
        touchpoints.stream()
                .filter(touchpoint -> touchpoint.goLive() != null)
                .forEach(touchpoint -> found.check(
                        ConflictPlace.touchpoint(touchpoint, touchpoint.goLive().toString()),
                        "to go live on",
                        touchpoint.goLive(),
                        touchpoint.dependsOn()));
        return found.conflicts;
    }

    private static ConflictPlace place(PlanEntry entry) {
        return new ConflictPlace(
                ConflictPlace.PLAN,
                entry.id(),
                entry.what(),
                entry.group(),
                entry.due().toString());
    }

    private void check(ConflictPlace dependent, String planned, LocalDate day, List<String> needed) {
        needed.stream()
                .distinct()
                .flatMap(id -> plan.entry(id).stream())
                .filter(need -> day.isBefore(need.due()))
                .forEach(need -> conflicts.add(conflict(dependent, planned, day, need)));
    }

    private Conflict conflict(ConflictPlace dependent, String planned, LocalDate day, PlanEntry need) {
        return new Conflict(
                String.join(":", ConflictKind.SCHEDULE.incidentType(), dependent.type(), dependent.id(), need.id()),
                ConflictKind.SCHEDULE,
                dependent.id(),
                "“%s” is planned %s %s, but needs “%s”, which is due on %s: %s"
                        .formatted(
                                dependent.name(),
                                planned,
                                day,
                                need.what(),
                                need.due(),
                                tooEarly(dependent, day, need.due())),
                List.of(dependent, place(need)));
    }

    private String tooEarly(ConflictPlace dependent, LocalDate day, LocalDate needed) {
        long days = calendars.ofGroup(dependent.owner()).workingDaysBetween(day, needed);
        return switch ((int) days) {
            case 0 -> "too early, though no working day lies between";
            case 1 -> "1 working day too early";
            default -> days + " working days too early";
        };
    }
}

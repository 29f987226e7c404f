package dev.convergence.campaign.conflict;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is in conflict in a campaign at one moment. */
public record Conflicts(List<Conflict> all) {

    public Conflicts {
        all = List.copyOf(all);
    }

    /** What a plan and the touchpoints have in conflict; working days are those of whoever is too early. */
    public static Conflicts in(Plan plan, List<Touchpoint> touchpoints, WorkingCalendarRegistry calendars) {
        return new Conflicts(Stream.concat(
                        ScheduleConflictDetector.in(plan, touchpoints, calendars).stream(),
                        MessageConflictDetector.in(touchpoints).stream())
                .toList());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** @param key see {@link Conflict} */
    public Optional<Conflict> find(String key) {
        return all.stream().filter(conflict -> conflict.key().equals(key)).findFirst();
    }

    /** What is in conflict here and was not, or is not, there. */
    public List<Conflict> without(Conflicts other) {
        Set<String> there = other.all.stream().map(Conflict::key).collect(Collectors.toSet());
        return all.stream().filter(conflict -> !there.contains(conflict.key())).toList();
    }
}

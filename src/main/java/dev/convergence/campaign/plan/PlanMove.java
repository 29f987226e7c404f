package dev.convergence.campaign.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A date that moved, and all that moved with it.
 *
 * @param id the entry that was moved
 * @param workingDays how far, in its group's working days; negative if it became earlier
 * @param shifts every entry whose date changed: the moved one first, the others by their old dates
 */
public record PlanMove(Plan before, Plan after, String id, long workingDays, List<Shift> shifts) {

    public PlanMove {
        shifts = List.copyOf(shifts);
    }

    static PlanMove between(Plan before, Plan after, String id, long workingDays) {
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i < before.entries().size(); i++) {
            Shift shift = Shift.of(before.entries().get(i), after.entries().get(i));
            if (!shift.from().equals(shift.to())) {
                shifts.add(shift);
            }
        }
        shifts.sort(
                Comparator.comparing((Shift shift) -> !shift.id().equals(id)).thenComparing(Shift::from));
        return new PlanMove(before, after, id, workingDays, shifts);
    }

    /** The groups that own an entry whose date changed, in the order of the shifts. */
    public Set<String> teams() {
        return shifts.stream()
                .map(Shift::group)
                .filter(group -> !group.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * One entry's change of date.
     *
     * @param from null where its date could not be read
     */
    public record Shift(String id, String what, String group, LocalDate from, LocalDate to) {

        static Shift of(PlanEntry before, PlanEntry after) {
            return new Shift(before.id(), before.what(), before.group(), before.due(), after.due());
        }
    }
}

package dev.convergence.campaign.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One dated line of a plan.
 *
 * @param id what other entries and callers know it by
 * @param what its name for people; the id if there is none
 * @param group the team that owns it, empty if nobody does
 * @param due the day by whose end it is to be done
 * @param dependsOn ids of the entries that have to be done before
 */
public record PlanEntry(String id, String what, String group, LocalDate due, List<String> dependsOn) {

    public PlanEntry {
        what = what == null || what.isBlank() ? id : what;
        group = group == null ? "" : group;
        dependsOn = dependsOn == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(dependsOn));
    }

    /** The same entry on another day. */
    public PlanEntry dueOn(LocalDate day) {
        return new PlanEntry(id, what, group, day, dependsOn);
    }
}

package dev.convergence.campaign.alignment;

import dev.convergence.campaign.conflict.Conflict;
import dev.convergence.campaign.conflict.ConflictPlace;
import dev.convergence.campaign.conflict.Conflicts;
import java.util.List;

/**
 * The conflicts that a change brings about and those that it ends.
 *
 * @param opens in conflict after the change, and not before
 * @param closes in conflict before the change, and not after
 */
public record ConflictChange(List<Found> opens, List<Found> closes) {

    /** @param kind {@code scheduleConflict} or {@code messageConflict} */
    public record Found(String kind, String message, List<ConflictPlace> places) {

        static Found of(Conflict conflict) {
            return new Found(conflict.kind().incidentType(), conflict.message(), conflict.places());
        }
    }

    public static ConflictChange between(Conflicts before, Conflicts after) {
        return new ConflictChange(
                after.without(before).stream().map(Found::of).toList(),
                before.without(after).stream().map(Found::of).toList());
    }
}

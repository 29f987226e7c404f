package dev.convergence.rhythm;

import dev.convergence.meeting.Progress;
import java.time.Instant;
import java.util.List;

/**
 * A sync as it stands.
 *
 * @param kind one of {@link SyncKind}, by its id
 * @param at when it is or was due; of one that was skipped, when it was
 * @param minutes planned; how many it took, once it was held; none where it was skipped
 * @param people how many came; null until it was held
 * @param notes what was decided
 * @param heldFor for whom it was recorded, where somebody stood in
 * @param progress as recorded; while it is open, as it is now
 * @param blockers as recorded; while it is open, as they are now
 */
public record SyncRecord(
        String kind,
        Instant at,
        State state,
        Integer minutes,
        Integer people,
        String notes,
        String heldBy,
        String heldFor,
        Instant heldAt,
        List<Progress> progress,
        List<Agenda.OpenPoint> blockers) {

    /** How far a sync has come. */
    public enum State {
        PLANNED,
        OPEN,
        HELD,
        SKIPPED
    }

    static SyncRecord planned(String kind, Instant at, Integer minutes) {
        return new SyncRecord(kind, at, State.PLANNED, minutes, null, null, null, null, null, List.of(), List.of());
    }

    static SyncRecord skipped(String kind, Instant at) {
        return new SyncRecord(kind, at, State.SKIPPED, null, null, null, null, null, null, List.of(), List.of());
    }
}

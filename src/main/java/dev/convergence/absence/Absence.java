package dev.convergence.absence;

import java.time.Instant;

/**
 * Somebody is away.
 *
 * @param to the first instant at which they are back
 * @param movedAt when the work that they had was moved; null before
 * @param endedAt null until it is over
 * @param endedBy who ended it early; null where nobody did
 */
record Absence(
        String id,
        String user,
        Instant from,
        Instant to,
        String substitute,
        String recordedBy,
        Instant recordedAt,
        Instant movedAt,
        Instant endedAt,
        String endedBy) {

    static Absence planned(
            String id, String user, Instant from, Instant to, String substitute, String recordedBy, Instant now) {
        return new Absence(id, user, from, to, substitute, recordedBy, now, null, null, null);
    }

    boolean isOver(Instant now) {
        return endedAt != null || !now.isBefore(to);
    }

    boolean isUnderWay(Instant now) {
        return !isOver(now) && !now.isBefore(from);
    }

    /** Whether somebody else says that the user is away. */
    boolean isRecordedByAnother() {
        return !user.equals(recordedBy);
    }

    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && start.isBefore(to);
    }
}

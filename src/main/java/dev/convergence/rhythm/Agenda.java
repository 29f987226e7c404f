package dev.convergence.rhythm;

import dev.convergence.meeting.Progress;
import java.time.Instant;
import java.util.List;

/**
 * What a sync is about.
 *
 * @param progress the oldest first
 * @param blockers the longest standing first
 */
public record Agenda(List<Progress> progress, List<OpenPoint> blockers) {

    static final Agenda NOTHING = new Agenda(List.of(), List.of());

    /** @param age working time of the owner, in words: {@code 2 working days} */
    public record OpenPoint(String what, String owner, String age, Instant since) {}

    boolean isNothing() {
        return progress.isEmpty() && blockers.isEmpty();
    }
}

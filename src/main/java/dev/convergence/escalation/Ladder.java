package dev.convergence.escalation;

import dev.convergence.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rungs of one wait, from the first reminder to the top. */
record Ladder(List<Rung> rungs) {

    Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("a ladder needs at least one rung");
        }
    }

    /**
     * The rung above the one climbed last.
     *
     * @param climbed the name of the rung climbed last, empty before the first
     */
    Optional<Rung> above(Optional<String> climbed) {
        if (climbed.isEmpty()) {
            return Optional.of(rungs.get(0));
        }
        int index = indexOf(climbed.get());
        return index + 1 < rungs.size() ? Optional.of(rungs.get(index + 1)) : Optional.empty();
    }

    /** When the rung above is due, by the calendar of the group that is waited for. */
    Optional<Instant> nextAt(Optional<String> climbed, Instant dueAt, WorkingCalendar calendar) {
        return above(climbed).map(rung -> calendar.add(dueAt, rung.at()));
    }

    /** Whether a wait on which this rung was climbed counts as stalled. */
    boolean isStalledAt(String climbed) {
        return rungs.stream().limit(indexOf(climbed) + 1L).anyMatch(Rung::stalled);
    }

    /** A rung that a new version of the table dropped counts as the top: nothing below it is climbed twice. */
    private int indexOf(String name) {
        for (int index = 0; index < rungs.size(); index++) {
            if (rungs.get(index).name().equals(name)) {
                return index;
            }
        }
        return rungs.size();
    }
}

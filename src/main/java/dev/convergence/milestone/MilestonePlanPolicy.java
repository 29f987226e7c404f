package dev.convergence.milestone;

import java.time.LocalDate;

/** The plan in which a milestone's date stands. */
public interface MilestonePlanPolicy {

    /**
     * Asks whether a milestone's date can move, with all that hangs on it; changes nothing.
     *
     * @param campaign its key
     * @throws Refusal naming {@code due} where the move would lead out of bounds
     */
    void requireMovable(String campaign, String milestone, LocalDate due);
}

package dev.convergence.campaign.planning;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.problem.ConflictMarker;

/** A date of something that is done: it is history. */
final class SettledDateException extends RefusalException implements ConflictMarker {

    private static final long serialVersionUID = 1L;

    SettledDateException(String entry) {
        super("due", "of " + entry + " stays: it is done");
    }
}

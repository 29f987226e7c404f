package dev.convergence.campaign;

import dev.convergence.engine.Refusal;
import dev.convergence.problem.Conflict;

/** A date of something that is done: it is history. */
final class SettledDate extends Refusal implements Conflict {

    private static final long serialVersionUID = 1L;

    SettledDate(String entry) {
        super("due", "of " + entry + " stays: it is done");
    }
}

package dev.convergence.gate;

import dev.convergence.engine.Refusal;
import dev.convergence.problem.Conflict;

/** The work under review was done again while a reviewer looked at an earlier version of it. */
final class WorkChanged extends Refusal implements Conflict {

    private static final long serialVersionUID = 1L;

    WorkChanged(int seen, int present) {
        super(
                GateProcess.SEEN_VERSION.name(),
                "is " + seen + ", but version " + present + " is there now: look at it, then decide");
    }
}

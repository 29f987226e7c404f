package dev.convergence.gate.review;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.gate.GateProcess;
import dev.convergence.problem.ConflictMarker;

/** The work under review was done again while a reviewer looked at an earlier version of it. */
final class WorkChangedException extends RefusalException implements ConflictMarker {

    private static final long serialVersionUID = 1L;

    WorkChangedException(int seen, int present) {
        super(
                GateProcess.SEEN_VERSION.name(),
                "is " + seen + ", but version " + present + " is there now: look at it, then decide");
    }
}

package dev.convergence.absence;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.problem.ConflictMarker;

/** An absence that others, recorded before, leave no room for. */
final class AbsenceConflictException extends RefusalException implements ConflictMarker {

    private static final long serialVersionUID = 1L;

    AbsenceConflictException(String field, String reason) {
        super(field, reason);
    }
}

package dev.convergence.absence;

import dev.convergence.engine.Refusal;
import dev.convergence.problem.Conflict;

/** An absence that others, recorded before, leave no room for. */
final class AbsenceConflict extends Refusal implements Conflict {

    private static final long serialVersionUID = 1L;

    AbsenceConflict(String field, String reason) {
        super(field, reason);
    }
}

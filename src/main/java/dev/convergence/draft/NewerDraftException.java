package dev.convergence.draft;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.problem.ConflictMarker;

/** Another track has shared a newer version while somebody looked at an earlier one. */
final class NewerDraftException extends RefusalException implements ConflictMarker {

    private static final long serialVersionUID = 1L;

    /** @param field what says which version was looked at */
    NewerDraftException(String field, DraftFlag flag) {
        super(
                field,
                "does not name version %d of %s, which was shared meanwhile: look at it first"
                        .formatted(flag.latestVersion(), flag.basedOn()));
    }
}

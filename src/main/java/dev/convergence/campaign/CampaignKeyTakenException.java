package dev.convergence.campaign;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.problem.ConflictMarker;

/** Another campaign has this key. */
final class CampaignKeyTakenException extends RefusalException implements ConflictMarker {

    private static final long serialVersionUID = 1L;

    CampaignKeyTakenException(String key) {
        super("key", key + " is in use by another campaign");
    }
}

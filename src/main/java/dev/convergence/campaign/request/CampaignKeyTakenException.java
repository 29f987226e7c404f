package dev.convergence.campaign.request;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.problem.ConflictMarker;

/** Another campaign has this key. */
public final class CampaignKeyTakenException extends RefusalException implements ConflictMarker {

    private static final long serialVersionUID = 1L;

    public CampaignKeyTakenException(String key) {
        super("key", key + " is in use by another campaign");
    }
}

package dev.convergence.engine.guard;

import dev.convergence.engine.variable.RefusalException;

/** A process instance that does not belong to a campaign would carry its business key. */
public final class CampaignKeyInUseException extends RefusalException {

    private static final long serialVersionUID = 1L;

    CampaignKeyInUseException(String key) {
        super("businessKey", key + " is that of a campaign: only the campaign itself, and what it calls, may carry it");
    }
}

package dev.convergence.campaign;

import dev.convergence.engine.Refusal;
import dev.convergence.problem.Conflict;

/** Another campaign has this key. */
final class CampaignKeyTaken extends Refusal implements Conflict {

    private static final long serialVersionUID = 1L;

    CampaignKeyTaken(String key) {
        super("key", key + " is in use by another campaign");
    }
}

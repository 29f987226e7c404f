package dev.convergence.campaign;

import java.util.Optional;

/**
 * A campaign whose process an administrator deleted, past its models: cancelled, and decided by nobody.
 *
 * @param by who, where the engine has written it down
 */
record CampaignDeletion(Optional<String> by, String reason) {

    String rationale() {
        return "Deleted by the administration" + (reason.isBlank() ? "" : ": " + reason);
    }
}

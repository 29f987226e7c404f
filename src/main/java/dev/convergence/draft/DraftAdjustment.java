package dev.convergence.draft;

import dev.convergence.engine.variable.RefusalException;
import java.util.Arrays;
import java.util.Map;

/** What a team says once it has looked at the drafts of the others. */
enum DraftAdjustment {
    /** A new version of the own draft. */
    SHARE,
    /** The own draft stands. */
    DONE;

    /** @throws Refusal where the answer is none of them */
    static DraftAdjustment in(Map<String, ?> answer) {
        String said = TrackProcess.ADJUSTMENT.find(answer).orElse("");
        return Arrays.stream(values())
                .filter(adjustment -> adjustment.name().equals(said))
                .findFirst()
                .orElseThrow(() -> new RefusalException(
                        TrackProcess.ADJUSTMENT.name(), "must be one of " + Arrays.toString(values())));
    }
}

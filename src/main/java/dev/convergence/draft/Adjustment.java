package dev.convergence.draft;

import dev.convergence.engine.Refusal;
import java.util.Arrays;
import java.util.Map;

/** What a team says once it has looked at the drafts of the others. */
enum Adjustment {
    /** A new version of the own draft. */
    SHARE,
    /** The own draft stands. */
    DONE;

    /** @throws Refusal where the answer is none of them */
    static Adjustment in(Map<String, ?> answer) {
        String said = TrackProcess.ADJUSTMENT.find(answer).orElse("");
        return Arrays.stream(values())
                .filter(adjustment -> adjustment.name().equals(said))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(TrackProcess.ADJUSTMENT.name(), "must be one of " + Arrays.toString(values())));
    }
}

package dev.convergence.draft;

import java.util.Map;
import java.util.Optional;

/**
 * A version that is about to be shared.
 *
 * @param basedOn the versions of others by their tracks; empty for the latest that there are
 * @param field what named them, should one not exist
 */
record NewDraft(
        String campaign,
        String track,
        String result,
        String links,
        String changes,
        Optional<Map<String, Integer>> basedOn,
        String field,
        DraftAuthor by) {}

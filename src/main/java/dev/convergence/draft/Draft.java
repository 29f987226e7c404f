package dev.convergence.draft;

import java.time.Instant;
import java.util.Map;

/**
 * One version of a track's draft. What was shared stays as it was.
 *
 * @param campaign the campaign key
 * @param track the track's id
 * @param version counted from 1
 * @param result what it says
 * @param links where its document is; null where nobody said
 * @param changes what is different from the version before; null where nobody said, of the first above all
 * @param sharedFor in whose name; null where it was shared in person
 * @param basedOn the versions of other tracks on which it is based, by their ids
 */
public record Draft(
        String campaign,
        String track,
        int version,
        String result,
        String links,
        String changes,
        String sharedBy,
        String sharedFor,
        Instant sharedAt,
        Map<String, Integer> basedOn) {}

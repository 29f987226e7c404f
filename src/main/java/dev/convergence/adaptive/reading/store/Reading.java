package dev.convergence.adaptive.reading.store;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One reading as it came. What was left out or cannot be read is null.
 *
 * @param sentId the id as it was sent, for the answer
 * @param channel empty where none was given
 * @param fault what is wrong with it, beginning with the field; null where nothing is
 */
public record Reading(
        String sentId,
        String id,
        String source,
        String metric,
        String channel,
        BigDecimal value,
        Instant observedAt,
        String fault) {

    /** Of ids, in characters. */
    public static final int LONGEST_ID = 128;
    /** Of sources, metrics and channels, in characters. */
    public static final int LONGEST_NAME = 64;
}

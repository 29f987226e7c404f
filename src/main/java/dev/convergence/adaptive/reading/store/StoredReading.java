package dev.convergence.adaptive.reading.store;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A reading with its verdict. What an incomplete reading left out is null.
 *
 * @param reason null where it was applied
 */
public record StoredReading(
        String id,
        String source,
        String metric,
        String channel,
        BigDecimal value,
        Instant observedAt,
        Instant receivedAt,
        Verdict verdict,
        String reason) {}

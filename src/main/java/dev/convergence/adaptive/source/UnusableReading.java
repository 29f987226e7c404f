package dev.convergence.adaptive.source;

import java.math.BigDecimal;
import java.time.Instant;

/** A reading that no rule looked at, and why; what it left out is null. */
record UnusableReading(
        Instant receivedAt,
        String source,
        String metric,
        String channel,
        BigDecimal value,
        String verdict,
        String reason) {}

package dev.convergence.adaptive.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Collection;

/**
 * One applied reading of a series.
 *
 * @param id as its source calls it
 */
public record Observation(String id, Instant observedAt, BigDecimal value) {

    /** The mean of at least one. */
    public static BigDecimal mean(Collection<Observation> some) {
        return some.stream()
                .map(Observation::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(some.size()), MathContext.DECIMAL64);
    }
}

package dev.convergence.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What somebody said at a gate.
 *
 * @param kind {@code DECISION}, {@code VOTE} or {@code ADVICE}
 * @param round 1 for the first review of the gate
 * @param by who said it; null while it is undecided
 * @param onBehalfOf for whom, where somebody stood in; for which group, where it is an advice
 * @param outcome null while it is undecided, and for an advice
 * @param version of the work that was seen, where that is known
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DecisionRecord(
        String gate,
        String name,
        Integer round,
        String kind,
        String by,
        String onBehalfOf,
        Instant at,
        String outcome,
        String comment,
        String conditions,
        Integer version) {}

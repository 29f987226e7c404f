package dev.convergence.report;

import dev.convergence.context.CampaignContext;
import dev.convergence.escalation.wait.StallKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A wait as history tells of it.
 *
 * @param task the task that waited
 * @param id the id of the gate or handoff
 * @param variables those of the block that waits
 * @param answeredAt empty while it is open
 */
record ObservedWait(
        String task,
        StallKind kind,
        String id,
        CampaignContext campaign,
        Map<String, Object> variables,
        Instant openedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> dueAt) {}

package dev.convergence.handoff;

import java.time.Instant;

/**
 * The state of one handoff: its package as sent last, and the last answer.
 *
 * @param state PREPARING, SENT, RETURNED or ACCEPTED
 */
public record HandoffRecord(
        String campaignInstanceId,
        String handoff,
        String name,
        String from,
        String to,
        String state,
        String what,
        String where,
        String gaps,
        String links,
        String comment,
        String answeredBy,
        Instant answeredAt,
        Instant dueAt) {}

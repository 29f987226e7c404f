package dev.convergence.handoff;

import java.time.Instant;

/**
 * The state of one handoff: its package as sent last, and the last answer.
 *
 * @param state PREPARING, SENT, RETURNED or ACCEPTED
 * @param answeredFor for whom the answer was given; null where it was given in person
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
        String answeredFor,
        Instant answeredAt,
        Instant dueAt) {}

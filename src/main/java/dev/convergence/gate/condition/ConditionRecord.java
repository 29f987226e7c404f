package dev.convergence.gate.condition;

import java.time.Instant;

/**
 * A condition of an approval.
 *
 * @param gate the gate that was approved on it
 * @param owner a group id or a user id
 * @param metAt empty while it is open
 * @param metFor for whom it was met, where somebody stood in
 */
public record ConditionRecord(
        String campaignInstanceId,
        String gate,
        String what,
        String owner,
        Instant dueAt,
        Instant metAt,
        String metBy,
        String metFor,
        String result) {}

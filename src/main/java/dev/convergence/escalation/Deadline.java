package dev.convergence.escalation;

import java.time.Instant;

/**
 * When a wait is due, and when its ladder begins.
 *
 * @param group whom it waits for
 */
public record Deadline(String group, Instant dueAt, Instant firstRungAt) {}

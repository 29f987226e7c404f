package dev.convergence.escalation;

import dev.convergence.escalation.wait.WaitPolicy;
import java.time.Instant;

/**
 * When a wait is due, and when its ladder begins.
 *
 * @param policy whom it waits for, and how
 */
public record Deadline(WaitPolicy policy, Instant dueAt, Instant firstRungAt) {}

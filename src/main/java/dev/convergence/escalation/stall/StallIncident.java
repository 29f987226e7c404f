package dev.convergence.escalation.stall;

import dev.convergence.escalation.wait.StallKind;

/**
 * The open incident of a stall, on the wait itself.
 *
 * @param message what is wrong, in words
 * @param taskId the task that waits
 * @param blockId the process instance of the task
 */
record StallIncident(String id, StallKind kind, String message, String taskId, String blockId) {}

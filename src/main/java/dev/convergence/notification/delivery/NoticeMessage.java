package dev.convergence.notification.delivery;

/**
 * A notice on its way out.
 *
 * @param taskId the task that it asks somebody to see to; null where it is about the campaign
 */
public record NoticeMessage(Notice notice, String taskId) {}

package dev.convergence.notification;

/**
 * A notice on its way out.
 *
 * @param taskId the task that it asks somebody to see to; null where it is about the campaign
 */
record NoticeMessage(Notice notice, String taskId) {}

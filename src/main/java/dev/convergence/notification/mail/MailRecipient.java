package dev.convergence.notification.mail;

/**
 * Somebody who can be reached by mail.
 *
 * @param id the user id
 */
record MailRecipient(String id, String name, String address) {}

/**
 * Mail to people: who has an address, one message or a digest. Begin with {@link
 * dev.convergence.notification.mail.MailMessageWriter}.
 */
package dev.convergence.notification.mail;

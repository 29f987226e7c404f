/**
 * Messages to the channels of a chat. Begin with {@link dev.convergence.notification.chat.ChatMessageWriter}.
 */
package dev.convergence.notification.chat;

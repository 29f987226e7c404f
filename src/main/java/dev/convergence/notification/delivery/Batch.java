package dev.convergence.notification.delivery;

import java.util.List;

/**
 * What is sent at once. Every attempt to send it sends the same.
 *
 * @param id the idempotency key
 */
public record Batch(String id, Channel channel, String recipient, List<Message> messages) {

    /** The one message of a channel that does not gather. */
    public Message only() {
        return messages.get(0);
    }
}

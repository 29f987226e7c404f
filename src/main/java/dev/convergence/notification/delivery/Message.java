package dev.convergence.notification.delivery;

import java.util.UUID;

/**
 * One message to one recipient by one channel.
 *
 * @param recipient a user id, the name of a chat channel or of a webhook's target
 * @param campaign the campaign key
 * @param text what the channel shows; for a webhook the JSON it is called with
 * @param link the address that opens what the message is about; null where there is none
 */
public record Message(String id, Channel channel, String recipient, String campaign, String text, String link) {

    public static Message of(Channel channel, String recipient, String campaign, String text, String link) {
        return new Message(UUID.randomUUID().toString(), channel, recipient, campaign, text, link);
    }
}

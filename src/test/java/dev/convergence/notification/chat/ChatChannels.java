package dev.convergence.notification.chat;

import dev.convergence.notification.delivery.PublicAddressProperties;

/** The channels of settings that a test tries. */
public final class ChatChannels {

    private ChatChannels() {}

    public static ChatChannelResolver of(ChatProperties settings, PublicAddressProperties address) {
        return new ChatChannelResolver(settings, address);
    }
}

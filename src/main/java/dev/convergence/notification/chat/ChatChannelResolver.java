package dev.convergence.notification.chat;

import dev.convergence.notification.delivery.Endpoint;
import dev.convergence.notification.delivery.PublicAddressProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The channels of the chat, by name: a group id, or the one for everybody else. */
@Component
public class ChatChannelResolver {

    static final String EVERYBODY = "everybody";

    private final Map<String, Endpoint> channels = new LinkedHashMap<>();

    ChatChannelResolver(ChatProperties settings, PublicAddressProperties address) {
        if (StringUtils.hasText(settings.url())) {
            channels.put(EVERYBODY, Endpoint.of("convergence.chat.url", settings.url(), settings.allowPrivate()));
        }
        settings.groups()
                .forEach((group, url) -> channels.put(
                        group, Endpoint.of("convergence.chat.groups." + group, url, settings.allowPrivate())));
        if (any()) {
            address.check();
        }
    }

    public boolean any() {
        return !channels.isEmpty();
    }

    /** The name of the channel in which a group or a person reads. */
    Optional<String> of(String recipient) {
        return channels.containsKey(recipient)
                ? Optional.of(recipient)
                : Optional.of(EVERYBODY).filter(channels::containsKey);
    }

    Optional<Endpoint> named(String channel) {
        return Optional.ofNullable(channels.get(channel));
    }
}

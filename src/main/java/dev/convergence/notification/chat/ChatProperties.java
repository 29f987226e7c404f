package dev.convergence.notification.chat;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Incoming webhooks of a chat.
 *
 * @param url where notices go whose group has no channel of its own; empty for nowhere
 * @param groups the channels of groups, by group id
 * @param allowPrivate whether the addresses may be plain http, and in private networks
 */
@ConfigurationProperties("convergence.chat")
public record ChatProperties(String url, Map<String, String> groups, boolean allowPrivate) {

    public ChatProperties {
        groups = groups == null ? Map.of() : Map.copyOf(groups);
    }

    /** The addresses carry tokens. */
    @Override
    public String toString() {
        return "ChatSettings";
    }
}

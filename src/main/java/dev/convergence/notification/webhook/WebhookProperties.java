package dev.convergence.notification.webhook;

import dev.convergence.notification.delivery.InvalidSettingException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Other systems that are told of events. Those listed here are called, and no others.
 *
 * @param timeout the longest that a call to a chat or a webhook may take, the connection included
 * @param targets by name
 */
@ConfigurationProperties("convergence.webhooks")
public record WebhookProperties(@DefaultValue("PT10S") Duration timeout, Map<String, Target> targets) {

    /** Well under the lock of a job (30 s), after which another node would send the same again. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    public WebhookProperties {
        targets = targets == null ? Map.of() : Map.copyOf(targets);
        checkTimeout("convergence.webhooks.timeout", timeout);
    }

    /** @throws InvalidSetting where a call might outlast its job */
    static void checkTimeout(String setting, Duration timeout) {
        InvalidSettingException.unless(
                !timeout.isNegative() && !timeout.isZero() && timeout.compareTo(LONGEST) <= 0,
                setting,
                "must lie between 0 and " + LONGEST.toSeconds() + " s");
    }

    /**
     * One system.
     *
     * @param secret signs each call (Standard Webhooks): {@code whsec_} and at least 24 random bytes in Base64
     * @param events the types that it is told of; empty for all
     * @param allowPrivate whether the address may be plain http, and in a private network
     */
    public record Target(String url, String secret, Set<String> events, boolean allowPrivate) {

        public Target {
            events = events == null ? Set.of() : Set.copyOf(events);
        }

        boolean wants(String type) {
            return events.isEmpty() || events.contains(type);
        }

        /** Holds a secret. */
        @Override
        public String toString() {
            return "Target";
        }
    }
}

package dev.convergence.notification;

import com.standardwebhooks.Webhook;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The systems that are told of events. */
@Component
class Webhooks {

    private static final String SETTING = "convergence.webhooks.targets.";
    private static final String SECRET_PREFIX = "whsec_";
    private static final int SHORTEST_SECRET = 24;

    private final Map<String, Target> targets = new TreeMap<>();

    /**
     * One system.
     *
     * @param signer of Standard Webhooks
     */
    record Target(Endpoint endpoint, Webhook signer, WebhookSettings.Target settings) {}

    Webhooks(WebhookSettings settings, PublicSettings address) {
        settings.targets().forEach((name, target) -> targets.put(name, target(SETTING + name, target)));
        if (any()) {
            address.check();
        }
    }

    boolean any() {
        return !targets.isEmpty();
    }

    /** The names of those that are told of a type of event. */
    List<String> subscribing(String type) {
        return targets.entrySet().stream()
                .filter(target -> target.getValue().settings().wants(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<Target> named(String name) {
        return Optional.ofNullable(targets.get(name));
    }

    private static Target target(String setting, WebhookSettings.Target target) {
        target.events()
                .forEach(type -> InvalidSetting.unless(
                        EventTypes.ALL.contains(type),
                        setting + ".events",
                        "names " + type + ", which is none of " + EventTypes.ALL));
        return new Target(
                Endpoint.of(setting + ".url", target.url(), target.allowPrivate()),
                new Webhook(key(setting + ".secret", target.secret())),
                target);
    }

    private static byte[] key(String setting, String secret) {
        InvalidSetting.unless(secret != null && !secret.isBlank(), setting, "is missing");
        try {
            byte[] key = Base64.getDecoder().decode(secret.strip().replaceFirst("^" + SECRET_PREFIX, ""));
            InvalidSetting.unless(
                    key.length >= SHORTEST_SECRET, setting, "must hold at least " + SHORTEST_SECRET + " bytes");
            return key;
        } catch (IllegalArgumentException noBase64) {
            throw new InvalidSetting(setting, "must be Base64, after " + SECRET_PREFIX);
        }
    }
}

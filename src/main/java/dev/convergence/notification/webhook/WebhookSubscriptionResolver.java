package dev.convergence.notification.webhook;

import dev.convergence.notification.delivery.InvalidSettingException;
import dev.convergence.notification.delivery.PublicAddressProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The systems that are told of events. */
@Component
public class WebhookSubscriptionResolver {

    private static final String SETTING = "convergence.webhooks.targets.";

    private final Map<String, Target> targets = new TreeMap<>();

    /** One system. */
    record Target(SignedTarget called, WebhookProperties.Target settings) {}

    WebhookSubscriptionResolver(WebhookProperties settings, PublicAddressProperties address) {
        settings.targets().forEach((name, target) -> targets.put(name, target(SETTING + name, target)));
        if (any()) {
            address.check();
        }
    }

    boolean any() {
        return !targets.isEmpty();
    }

    /** The names of those that are told of a type of event. */
    public List<String> subscribing(String type) {
        return targets.entrySet().stream()
                .filter(target -> target.getValue().settings().wants(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<Target> named(String name) {
        return Optional.ofNullable(targets.get(name));
    }

    private static Target target(String setting, WebhookProperties.Target target) {
        target.events()
                .forEach(type -> InvalidSettingException.unless(
                        EventTypeCatalog.ALL.contains(type),
                        setting + ".events",
                        "names " + type + ", which is none of " + EventTypeCatalog.ALL));
        return new Target(SignedTarget.of(setting, target.url(), target.secret(), target.allowPrivate()), target);
    }
}

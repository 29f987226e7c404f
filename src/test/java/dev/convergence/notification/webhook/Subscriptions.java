package dev.convergence.notification.webhook;

import dev.convergence.notification.delivery.PublicAddressProperties;

/** The subscriptions of settings that a test tries. */
public final class Subscriptions {

    private Subscriptions() {}

    public static WebhookSubscriptionResolver of(WebhookProperties settings, PublicAddressProperties address) {
        return new WebhookSubscriptionResolver(settings, address);
    }
}

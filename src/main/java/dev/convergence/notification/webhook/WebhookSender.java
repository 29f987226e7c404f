package dev.convergence.notification.webhook;

import dev.convergence.notification.delivery.Batch;
import dev.convergence.notification.delivery.Channel;
import dev.convergence.notification.delivery.NotDeliveredException;
import dev.convergence.notification.delivery.Sender;
import dev.convergence.notification.delivery.TargetClient;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Calls other systems with signed events, by the scheme of Standard Webhooks (www.standardwebhooks.com). */
@Component
class WebhookSender implements Sender {

    private final WebhookSubscriptionResolver webhookSubscriptionResolver;
    private final SignedCallClient calls;

    WebhookSender(WebhookSubscriptionResolver webhookSubscriptionResolver, TargetClient client, Clock clock) {
        this.webhookSubscriptionResolver = webhookSubscriptionResolver;
        this.calls = new SignedCallClient(client, clock);
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public String lane(String recipient) {
        return Channel.WEBHOOK.id() + " " + recipient;
    }

    @Override
    public void send(Batch batch) {
        String to = "Webhook " + batch.recipient();
        WebhookSubscriptionResolver.Target target = webhookSubscriptionResolver
                .named(batch.recipient())
                .orElseThrow(() -> new NotDeliveredException(to, "is not set up any more"));
        try {
            calls.post(target.called(), batch.id(), batch.only().text());
        } catch (CallFailedException failure) {
            throw new NotDeliveredException(to, failure.getMessage());
        }
    }
}

package dev.convergence.notification;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Calls other systems with signed events, by the scheme of Standard Webhooks (www.standardwebhooks.com). */
@Component
class WebhookSender implements Sender {

    private final Webhooks webhooks;
    private final SignedCalls calls;

    WebhookSender(Webhooks webhooks, TargetClient client, Clock clock) {
        this.webhooks = webhooks;
        this.calls = new SignedCalls(client, clock);
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
        Webhooks.Target target =
                webhooks.named(batch.recipient()).orElseThrow(() -> new NotDelivered(to, "is not set up any more"));
        try {
            calls.post(target.called(), batch.id(), batch.only().text());
        } catch (CallFailed failure) {
            throw new NotDelivered(to, failure.getMessage());
        }
    }
}

package dev.convergence.notification;

import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls other systems with signed events, by the scheme of Standard Webhooks (www.standardwebhooks.com). */
@Component
class WebhookSender implements Sender {

    private final Webhooks webhooks;
    private final TargetClient client;
    private final Clock clock;

    WebhookSender(Webhooks webhooks, TargetClient client, Clock clock) {
        this.webhooks = webhooks;
        this.client = client;
        this.clock = clock;
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
            String payload = batch.only().text();
            client.post(target.endpoint(), payload, headers(batch.id(), payload, target));
        } catch (IOException failure) {
            throw new NotDelivered(to, client.reason(failure, target.endpoint()));
        } catch (WebhookSigningException failure) {
            throw new NotDelivered(to, "could not be signed");
        }
    }

    private Map<String, String> headers(String id, String payload, Webhooks.Target target)
            throws WebhookSigningException {
        long timestamp = clock.instant().getEpochSecond();
        return Map.of(
                TargetClient.IDEMPOTENCY_KEY,
                id,
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(timestamp),
                "webhook-signature",
                target.signer().sign(id, timestamp, payload));
    }
}

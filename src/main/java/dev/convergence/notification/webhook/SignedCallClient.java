package dev.convergence.notification.webhook;

import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.convergence.notification.delivery.EndpointRefusedException;
import dev.convergence.notification.delivery.TargetClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Calls other systems, each call signed. Tries nothing again by itself, and follows no redirect. */
public final class SignedCallClient implements AutoCloseable {

    private final TargetClient client;
    private final Clock clock;

    SignedCallClient(TargetClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * Calls that take no longer than a timeout.
     *
     * @param setting what the timeout is set by
     * @throws IllegalStateException naming the setting, where the timeout would outlast a job
     */
    public static SignedCallClient within(String setting, Duration timeout, Clock clock) {
        WebhookProperties.checkTimeout(setting, timeout);
        return new SignedCallClient(new TargetClient(SystemDefaultDnsResolver.INSTANCE, timeout), clock);
    }

    /**
     * Calls once.
     *
     * @param id the same for each attempt at the same thing: the receiver takes it once
     * @throws CallFailed saying why, in words that carry the target's host at most
     */
    public void post(SignedTarget target, String id, String json) throws CallFailedException {
        try {
            client.post(target.endpoint(), json, headers(target, id, json));
        } catch (IOException failure) {
            boolean isFinal = failure instanceof EndpointRefusedException answer && answer.isFinal();
            throw new CallFailedException(client.reason(failure, target.endpoint()), isFinal);
        } catch (WebhookSigningException failure) {
            throw new CallFailedException("could not be signed", false);
        }
    }

    private Map<String, String> headers(SignedTarget target, String id, String json) throws WebhookSigningException {
        long timestamp = clock.instant().getEpochSecond();
        return Map.of(
                TargetClient.IDEMPOTENCY_KEY,
                id,
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(timestamp),
                "webhook-signature",
                target.signer().sign(id, timestamp, json));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}

package dev.convergence.notification.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.notification.delivery.Batch;
import dev.convergence.notification.delivery.Channel;
import dev.convergence.notification.delivery.Endpoint;
import dev.convergence.notification.delivery.NotDeliveredException;
import dev.convergence.notification.delivery.Sender;
import dev.convergence.notification.delivery.TargetClient;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Posts to incoming webhooks of Slack and of what takes the same JSON. */
@Component
class ChatSender implements Sender {

    private final ChatChannelResolver channels;
    private final TargetClient client;
    private final ObjectMapper json;

    ChatSender(ChatChannelResolver channels, TargetClient client, ObjectMapper json) {
        this.channels = channels;
        this.client = client;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public String lane(String recipient) {
        return Channel.CHAT.id() + " " + recipient;
    }

    @Override
    public void send(Batch batch) {
        String to = "Chat channel " + batch.recipient();
        Endpoint endpoint = channels.named(batch.recipient())
                .orElseThrow(() -> new NotDeliveredException(to, "is not set up any more"));
        try {
            String body = json.writeValueAsString(Map.of("text", batch.only().text()));
            client.post(endpoint, body, Map.of(TargetClient.IDEMPOTENCY_KEY, batch.id()));
        } catch (IOException failure) {
            throw new NotDeliveredException(to, client.reason(failure, endpoint));
        }
    }
}

package dev.convergence.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.convergence.notification.delivery.Channel;
import dev.convergence.notification.delivery.DeliveryStarter;
import dev.convergence.notification.delivery.LinkBuilder;
import dev.convergence.notification.delivery.Message;
import dev.convergence.notification.delivery.MessageRepository;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a call for each event and each system that subscribes to it. */
@Component
public class WebhookMessageWriter {

    private final WebhookSubscriptionResolver webhookSubscriptionResolver;
    private final LinkBuilder linkBuilder;
    private final MessageRepository messages;
    private final DeliveryStarter deliveryStarter;
    private final ObjectMapper json;

    WebhookMessageWriter(
            WebhookSubscriptionResolver webhookSubscriptionResolver,
            LinkBuilder linkBuilder,
            MessageRepository messages,
            DeliveryStarter deliveryStarter,
            ObjectMapper json) {
        this.webhookSubscriptionResolver = webhookSubscriptionResolver;
        this.linkBuilder = linkBuilder;
        this.messages = messages;
        this.deliveryStarter = deliveryStarter;
        this.json = json;
    }

    public void post(List<Event> events) {
        events.forEach(this::post);
    }

    private void post(Event event) {
        String link = linkBuilder.toCampaign(event.campaign());
        String payload = payload(event, link);
        for (String target : webhookSubscriptionResolver.subscribing(event.type())) {
            Message message = Message.of(Channel.WEBHOOK, target, event.campaign(), payload, link);
            messages.write(message, message.id());
            deliveryStarter.atOnce(message.id(), Channel.WEBHOOK, target);
        }
    }

    /** The data goes as it was written: read and written again, 1800.00 would become 1800.0. */
    private String payload(Event event, String link) {
        try {
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("id", event.id());
            payload.put("type", event.type());
            payload.put("at", event.at());
            payload.put("campaign", event.campaign());
            payload.put("about", event.about());
            payload.put("data", new RawValue(event.data()));
            payload.put("link", link);
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event cannot be written", impossible);
        }
    }
}

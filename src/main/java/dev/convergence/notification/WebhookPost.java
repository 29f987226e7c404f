package dev.convergence.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a call for each event and each system that subscribes to it. */
@Component
class WebhookPost {

    private final Webhooks webhooks;
    private final Links links;
    private final Messages messages;
    private final Deliveries deliveries;
    private final ObjectMapper json;

    WebhookPost(Webhooks webhooks, Links links, Messages messages, Deliveries deliveries, ObjectMapper json) {
        this.webhooks = webhooks;
        this.links = links;
        this.messages = messages;
        this.deliveries = deliveries;
        this.json = json;
    }

    void post(List<Event> events) {
        events.forEach(this::post);
    }

    private void post(Event event) {
        String link = links.toCampaign(event.campaign());
        String payload = payload(event, link);
        for (String target : webhooks.subscribing(event.type())) {
            Message message = Message.of(Channel.WEBHOOK, target, event.campaign(), payload, link);
            messages.write(message, message.id());
            deliveries.atOnce(message.id(), Channel.WEBHOOK, target);
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

package dev.convergence.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.engine.variable.StoredTimeConverter;
import dev.convergence.notification.delivery.OutboxService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other systems are told of by webhooks. An event is written in the transaction in which it happens. */
@Component
public class EventPublisher {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OutboxService outboxService;
    private final WebhookSubscriptionResolver webhookSubscriptionResolver;
    private final ObjectMapper json;

    EventPublisher(
            JdbcClient jdbc,
            Clock clock,
            OutboxService outboxService,
            WebhookSubscriptionResolver webhookSubscriptionResolver,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outboxService = outboxService;
        this.webhookSubscriptionResolver = webhookSubscriptionResolver;
        this.json = json;
    }

    /** Whether any webhook wants to know; ask before you collect what the database must be asked for. */
    public boolean anybodyListens() {
        return webhookSubscriptionResolver.any();
    }

    /**
     * Tells the webhooks that subscribe to this type of event, after the transaction; costs nothing where none does.
     *
     * @param type one of {@link EventTypeCatalog}
     * @param about the id of the gate, handoff or planned entry; null where it is the campaign itself
     * @param data values that JSON can hold
     * @throws IllegalArgumentException for any other type
     */
    @Transactional
    public void happened(String type, String campaign, String about, Map<String, ?> data) {
        if (!EventTypeCatalog.ALL.contains(type)) {
            throw new IllegalArgumentException("there is no type of event " + type);
        }
        if (!webhookSubscriptionResolver.subscribing(type).isEmpty()) {
            insert(type, campaign, about, write(data));
        }
    }

    private void insert(String type, String campaign, String about, String data) {
        jdbc.sql(
                        """
                        insert into cc_event (id, dispatch_id, type, happened_at, campaign_key, about, data)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        outboxService.dispatch(),
                        type,
                        StoredTimeConverter.of(clock.instant()),
                        campaign,
                        about,
                        data)
                .update();
    }

    /** The events of a dispatch, in the order in which they happened. */
    public List<Event> of(String dispatch) {
        return jdbc.sql(
                        """
                        select id, type, happened_at, campaign_key, about, data from cc_event
                        where dispatch_id = ? order by sequence_no""")
                .param(dispatch)
                .query((row, number) -> new Event(
                        row.getString(1),
                        row.getString(2),
                        StoredTimeConverter.at(row, 3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    /** Forgets the events of a dispatch, which stand in messages now. */
    public void forget(String dispatch) {
        jdbc.sql("delete from cc_event where dispatch_id = ?").param(dispatch).update();
    }

    private String write(Map<String, ?> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("the data of an event must fit into JSON", unwritable);
        }
    }
}

package dev.convergence.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.engine.StoredTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other systems are told of by webhooks. An event is written in the transaction in which it happens. */
@Component
public class Events {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Outbox outbox;
    private final Webhooks webhooks;
    private final ObjectMapper json;

    Events(JdbcClient jdbc, Clock clock, Outbox outbox, Webhooks webhooks, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
        this.webhooks = webhooks;
        this.json = json;
    }

    /** Whether any webhook wants to know; ask before you collect what the database must be asked for. */
    public boolean anybodyListens() {
        return webhooks.any();
    }

    /**
     * Tells the webhooks that subscribe to this type of event, after the transaction; costs nothing where none does.
     *
     * @param type one of {@link EventTypes}
     * @param about the id of the gate, handoff or planned entry; null where it is the campaign itself
     * @param data values that JSON can hold
     * @throws IllegalArgumentException for any other type
     */
    @Transactional
    public void happened(String type, String campaign, String about, Map<String, ?> data) {
        if (!EventTypes.ALL.contains(type)) {
            throw new IllegalArgumentException("there is no type of event " + type);
        }
        if (!webhooks.subscribing(type).isEmpty()) {
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
                        outbox.dispatch(),
                        type,
                        StoredTime.of(clock.instant()),
                        campaign,
                        about,
                        data)
                .update();
    }

    /** The events of a dispatch, in the order in which they happened. */
    List<Event> of(String dispatch) {
        return jdbc.sql(
                        """
                        select id, type, happened_at, campaign_key, about, data from cc_event
                        where dispatch_id = ? order by sequence_no""")
                .param(dispatch)
                .query((row, number) -> new Event(
                        row.getString(1),
                        row.getString(2),
                        StoredTime.at(row, 3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    /** Forgets the events of a dispatch, which stand in messages now. */
    void forget(String dispatch) {
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

package dev.convergence.notification.delivery;

import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages that were written, and when each was sent. */
@Component
public class MessageRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param batch the batch that it is sent with; null while it waits for others to the same person */
    public void write(Message message, String batch) {
        jdbc.sql(
                        """
                        insert into cc_message
                        (id, channel, recipient, campaign_key, text, link, batch_id, written_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        message.id(),
                        message.channel().id(),
                        message.recipient(),
                        message.campaign(),
                        message.text(),
                        message.link(),
                        batch,
                        now())
                .update();
    }

    /** Puts what waits for a person into a batch. */
    public void gather(Channel channel, String recipient, String batch) {
        jdbc.sql("update cc_message set batch_id = ? where recipient = ? and batch_id is null and channel = ?")
                .params(batch, recipient, channel.id())
                .update();
    }

    /** The unsent messages of a batch, in the order in which they were written. */
    public List<Message> unsent(String batch) {
        return jdbc.sql(
                        """
                        select id, channel, recipient, campaign_key, text, link from cc_message
                        where batch_id = ? and sent_at is null order by sequence_no""")
                .param(batch)
                .query((row, number) -> message(row))
                .list();
    }

    void sent(String batch) {
        jdbc.sql("update cc_message set sent_at = ? where batch_id = ?")
                .params(now(), batch)
                .update();
    }

    long waiting(Channel channel) {
        return jdbc.sql("select count(*) from cc_message where sent_at is null and channel = ?")
                .param(channel.id())
                .query(Long.class)
                .single();
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getString(1),
                Channel.of(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    private OffsetDateTime now() {
        return StoredTimeConverter.of(clock.instant());
    }
}

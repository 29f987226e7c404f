package dev.convergence.notification.mail;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which batch gathers messages to a person. A person's row is a lock: whoever adds a message holds it until the message
 * is committed, so that a batch which closes meanwhile does not leave the message behind.
 */
@Component
public class DigestRepository {

    private final JdbcClient jdbc;

    DigestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The batch that gathers now. Until the transaction ends, nobody else can change which it is. */
    public Optional<String> gathering(String person) {
        boolean isNew = jdbc.sql("select person from cc_mailbox where person = ? for update")
                .param(person)
                .query(String.class)
                .optional()
                .isEmpty();
        if (isNew) {
            // Of two that see a person for the first time at one moment, one fails here, and its job looks again.
            jdbc.sql("insert into cc_mailbox (person) values (?)").param(person).update();
            return Optional.empty();
        }
        return jdbc.sql("select gathering from cc_mailbox where person = ? and gathering is not null")
                .param(person)
                .query(String.class)
                .optional();
    }

    void gather(String person, String batch) {
        jdbc.sql("update cc_mailbox set gathering = ? where person = ?")
                .params(batch, person)
                .update();
    }

    /** Waits for those who are adding messages; those who come later begin a new batch. */
    void close(String person, String batch) {
        jdbc.sql("update cc_mailbox set gathering = null where person = ? and gathering = ?")
                .params(person, batch)
                .update();
    }
}

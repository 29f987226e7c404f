package dev.convergence.feed;

import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of tokens: their hashes, one for each user. */
@Component
class CalendarTokenRepository {

    private static final String SELECT = "select user_id, token_hash, created_at, last_used_at from cc_calendar_token ";

    private final JdbcClient jdbc;

    CalendarTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lastUsedAt to the hour; empty where it was never used */
    record Token(String user, String hash, Instant createdAt, Optional<Instant> lastUsedAt) {}

    Optional<Token> ofUser(String user) {
        return jdbc.sql(SELECT + "where user_id = ?")
                .param(user)
                .query((row, number) -> token(row))
                .optional();
    }

    Optional<Token> withHash(String hash) {
        return jdbc.sql(SELECT + "where token_hash = ?")
                .param(hash)
                .query((row, number) -> token(row))
                .optional();
    }

    /** In place of the user's older one; of two at one moment, the later one stays. */
    void put(String user, String hash, Instant now) {
        if (replace(user, hash, now)) {
            return;
        }
        try {
            jdbc.sql("insert into cc_calendar_token (user_id, token_hash, created_at) values (?, ?, ?)")
                    .params(user, hash, StoredTimeConverter.of(now))
                    .update();
        } catch (DuplicateKeyException another) {
            replace(user, hash, now);
        }
    }

    private boolean replace(String user, String hash, Instant now) {
        return jdbc.sql(
                                """
                        update cc_calendar_token set token_hash = ?, created_at = ?, last_used_at = null
                        where user_id = ?""")
                        .params(hash, StoredTimeConverter.of(now), user)
                        .update()
                > 0;
    }

    void used(String hash, Instant now) {
        jdbc.sql("update cc_calendar_token set last_used_at = ? where token_hash = ?")
                .params(StoredTimeConverter.of(now), hash)
                .update();
    }

    /** @return whether there was one */
    boolean remove(String user) {
        return jdbc.sql("delete from cc_calendar_token where user_id = ?")
                        .param(user)
                        .update()
                > 0;
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString(1),
                row.getString(2),
                StoredTimeConverter.at(row, 3),
                Optional.ofNullable(StoredTimeConverter.at(row, 4)));
    }
}

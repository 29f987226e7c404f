package dev.convergence.signin;

import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Attempts to sign in, for all nodes. Rows are only added, never counted up, so that guesses at one moment do not wait for
 * each other.
 */
@Component
class SignInRepository {

    private static final String HISTORY =
            """
            select
              count(*) filter (where succeeded and mine and here),
              count(*) filter (where wrong and mine and here),
              min(attempted_at) filter (where wrong and mine and here),
              count(*) filter (where wrong and here),
              min(attempted_at) filter (where wrong and here),
              count(*) filter (where wrong and mine),
              min(attempted_at) filter (where wrong and mine)
            from (
              select succeeded, attempted_at, account = :account as mine, source = :source as here,
                not succeeded and attempted_at > :wrongSince as wrong
              from cc_sign_in
              where (account = :account or source = :source) and attempted_at > :knownSince) as attempt""";

    private final JdbcClient jdbc;

    SignInRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One query. */
    SignInHistory before(SignInAttempt attempt, Instant wrongSince, Instant knownSince) {
        return jdbc.sql(HISTORY)
                .param("account", attempt.account())
                .param("source", attempt.source())
                .param("wrongSince", StoredTimeConverter.of(wrongSince))
                .param("knownSince", StoredTimeConverter.of(knownSince))
                .query((row, index) -> history(row))
                .single();
    }

    private static SignInHistory history(ResultSet row) throws SQLException {
        return new SignInHistory(row.getInt(1) > 0, wrong(row, 2), wrong(row, 4), wrong(row, 6));
    }

    private static SignInHistory.Wrong wrong(ResultSet row, int column) throws SQLException {
        return new SignInHistory.Wrong(row.getInt(column), StoredTimeConverter.at(row, column + 1));
    }

    void addWrong(SignInAttempt attempt, Instant when) {
        add(attempt, false, when);
    }

    void addRight(SignInAttempt attempt, Instant when) {
        int known = jdbc.sql("update cc_sign_in set attempted_at = ? where account = ? and source = ? and succeeded")
                .params(StoredTimeConverter.of(when), attempt.account(), attempt.source())
                .update();
        if (known == 0) {
            add(attempt, true, when);
        }
    }

    private void add(SignInAttempt attempt, boolean succeeded, Instant when) {
        jdbc.sql("insert into cc_sign_in (account, source, succeeded, attempted_at) values (?, ?, ?, ?)")
                .params(attempt.account(), attempt.source(), succeeded, StoredTimeConverter.of(when))
                .update();
    }

    void removeOlder(Instant wrongSince, Instant knownSince) {
        jdbc.sql("delete from cc_sign_in where attempted_at <= ? and (not succeeded or attempted_at <= ?)")
                .params(StoredTimeConverter.of(wrongSince), StoredTimeConverter.of(knownSince))
                .update();
    }
}

package dev.convergence.engine.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Lets one lock be waited for longer than anything else, within one transaction: by PostgreSQL, and by its driver where
 * that gives up by itself. Other databases wait as they are set up to.
 */
final class LockTimeoutExtender {

    private static final String POSTGRESQL = "PostgreSQL";
    private static final String NO_LIMIT = "0";
    /** The server gives up before the driver does, and says why. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** How long PostgreSQL lets a connection wait, in the words of its settings. */
    private record Limits(String lock, String statement) {}

    private final Duration patience;

    LockTimeoutExtender(Duration patience) {
        this.patience = patience;
    }

    /** Takes the lock; once it is there, the connection is as impatient as it was before. */
    void waitFor(Connection connection, Runnable lock) {
        try {
            if (POSTGRESQL.equals(connection.getMetaData().getDatabaseProductName())) {
                waitPatiently(connection, lock);
            } else {
                lock.run();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The connection cannot wait for the lock", failure);
        }
    }

    /** Where the lock is not had, the transaction fails, and the limits end with it. */
    private void waitPatiently(Connection connection, Runnable lock) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        Limits before = limits(jdbc);
        set(new Limits(String.valueOf(patience.toMillis()), NO_LIMIT), jdbc);
        int driver = connection.getNetworkTimeout();
        connection.setNetworkTimeout(
                Runnable::run, driver == 0 ? 0 : (int) patience.plus(MARGIN).toMillis());
        try {
            lock.run();
        } finally {
            connection.setNetworkTimeout(Runnable::run, driver);
        }
        set(before, jdbc);
    }

    private static Limits limits(JdbcClient jdbc) {
        return jdbc.sql("select current_setting('lock_timeout'), current_setting('statement_timeout')")
                .query((row, number) -> new Limits(row.getString(1), row.getString(2)))
                .single();
    }

    private static void set(Limits limits, JdbcClient jdbc) {
        jdbc.sql("select set_config('lock_timeout', ?, true), set_config('statement_timeout', ?, true)")
                .params(limits.lock(), limits.statement())
                .query()
                .singleRow();
    }
}

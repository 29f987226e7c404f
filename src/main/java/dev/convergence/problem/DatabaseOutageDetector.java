package dev.convergence.problem;

import dev.convergence.engine.query.CauseIterator;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

/** Tells that the database is away, or does not answer, from everything else that may be wrong with a statement. */
public final class DatabaseOutageDetector {

    /** When to try again. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    static final String DETAIL = "The database does not answer at the moment. What you sent may not have been done:"
            + " look at the present state in a moment, and try again.";

    /**
     * A connection that cannot be had or broke (class 08 of the SQL standard); of PostgreSQL: it shuts down, crashed, starts,
     * or has no connection left.
     */
    private static final Set<String> STATES = Set.of("08", "57P01", "57P02", "57P03", "53300");

    private static final Set<Class<? extends Exception>> TYPES = Set.of(
            SQLTransientConnectionException.class,
            SQLNonTransientConnectionException.class,
            SQLRecoverableException.class,
            DataAccessResourceFailureException.class);

    /** What the pool says of a connection that broke while it was used. */
    private static final String CLOSED = "Connection is closed";

    private DatabaseOutageDetector() {}

    /** Whether that is what something failed of. */
    public static boolean isCauseOf(Throwable failure) {
        return causes(failure).anyMatch(DatabaseOutageDetector::isOutage);
    }

    /** With what failed before a transaction could not even be rolled back. */
    private static Stream<Throwable> causes(Throwable failure) {
        return CauseIterator.of(failure)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause),
                        cause instanceof TransactionSystemException undone
                                ? Optional.ofNullable(undone.getApplicationException()).stream()
                                        .flatMap(DatabaseOutageDetector::causes)
                                : Stream.empty()));
    }

    private static boolean isOutage(Throwable cause) {
        return TYPES.stream().anyMatch(type -> type.isInstance(cause))
                || STATES.stream().anyMatch(state -> StorageFaultClassifier.hasState(cause, state))
                || cause instanceof SQLException && CLOSED.equals(cause.getMessage());
    }
}

package dev.convergence.engine.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Reads many things one by one, so that one that cannot be read does not fail the others. It is left out; the log says
 * so once, and whoever listens, such as the answer that is being written, each time.
 */
public final class RowReader {

    private static final Logger LOG = LoggerFactory.getLogger(RowReader.class);
    private static final int MOST_SAID = 1000;

    private static final Set<OmittedEntry> SAID = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<Consumer<OmittedEntry>> LISTENER = new ThreadLocal<>();

    private RowReader() {}

    /** What is done with one row. */
    @FunctionalInterface
    public interface ColumnReader<T> {

        T of(ResultSet row) throws SQLException;
    }

    /** Ends the listening. */
    public interface Listening extends AutoCloseable {

        @Override
        void close();
    }

    /** Tells what is left out on this thread until it is closed, beside whoever listens already. */
    public static Listening listen(Consumer<OmittedEntry> listener) {
        Consumer<OmittedEntry> before = LISTENER.get();
        LISTENER.set(before == null ? listener : before.andThen(listener));
        return () -> {
            if (before == null) {
                LISTENER.remove();
            } else {
                LISTENER.set(before);
            }
        };
    }

    /** Those that can be read, in their order. */
    public static <S, T> List<T> all(String kind, Collection<S> rows, Function<S, String> key, Function<S, T> reader) {
        return stream(kind, rows, key, reader).toList();
    }

    /** Those that can be read, in their order. */
    public static <S, T> Stream<T> stream(
            String kind, Collection<S> rows, Function<S, String> key, Function<S, T> reader) {
        return rows.stream().flatMap(row -> one(kind, () -> key.apply(row), () -> reader.apply(row)).stream());
    }

    /** The one thing, where it is there and can be read. */
    public static <T> Optional<T> one(String kind, String key, Supplier<T> reader) {
        return one(kind, () -> key, reader);
    }

    /** The rows of our own tables that can be read; the first column says which row it is. */
    public static <T> List<T> rows(String kind, JdbcClient.StatementSpec statement, ColumnReader<T> reader) {
        return statement.query(row(kind, reader)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> RowMapper<Optional<T>> row(String kind, ColumnReader<T> reader) {
        return (row, number) -> {
            try {
                return Optional.of(reader.of(row));
            } catch (SQLException | RuntimeException unreadable) {
                say(new OmittedEntry(kind, row.getString(1), reason(unreadable)));
                return Optional.empty();
            }
        };
    }

    private static <T> Optional<T> one(String kind, Supplier<String> key, Supplier<T> reader) {
        SharedReadTransaction transaction = SharedReadTransaction.current();
        try {
            return Optional.ofNullable(reader.get());
        } catch (RuntimeException unreadable) {
            if (isOfTheDatabase(unreadable)) {
                throw unreadable;
            }
            transaction.goOn();
            say(new OmittedEntry(kind, key.get(), reason(unreadable)));
            return Optional.empty();
        }
    }

    /** Where the database is away, nothing is wrong with what it holds. */
    private static boolean isOfTheDatabase(Throwable fault) {
        return CauseIterator.of(fault)
                .anyMatch(cause -> cause instanceof DataAccessException
                        || cause instanceof TransactionException
                        || cause instanceof SQLException);
    }

    private static String reason(Throwable unreadable) {
        return unreadable.getMessage() == null ? "is incomplete" : unreadable.getMessage();
    }

    /** Says that something is left out that its reader found unreadable without a fault. */
    public static void say(OmittedEntry left) {
        if (SAID.size() >= MOST_SAID) {
            SAID.clear();
        }
        if (SAID.add(left)) {
            LOG.warn("Left out, because it cannot be read: {}. Put it right; whatever else there is, is shown.", left);
        }
        Optional.ofNullable(LISTENER.get()).ifPresent(listener -> listener.accept(left));
    }
}

package dev.convergence.adaptive.reading.store;

import java.util.Collection;
import java.util.Collections;
import java.util.function.Function;

/** Columns of texts as arguments of one query, however many rows are asked for. */
final class SqlArrayFormatter {

    private SqlArrayFormatter() {}

    /** So many arguments for {@code unnest}. */
    static String arrays(int columns) {
        return String.join(", ", Collections.nCopies(columns, "cast(? as varchar array)"));
    }

    static <T> Object of(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}

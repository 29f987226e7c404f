package dev.convergence.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A table that a controller answers as {@value #MEDIA_TYPE}.
 *
 * @param name what the file is called, without its ending
 * @param columns their names, which stand in the first line
 * @param rows as many cells each as there are columns; null is an empty cell
 * @param dialect how it is written down
 */
public record CsvTable(String name, List<String> columns, List<List<Object>> rows, CsvDialect dialect) {

    /** What to ask for in {@code Accept}. */
    public static final String MEDIA_TYPE = "text/csv";

    public CsvTable {
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells in a table of " + columns.size() + " columns");
            }
        }
    }

    public CsvTable(String name, List<String> columns, List<List<Object>> rows) {
        this(name, columns, rows, CsvDialect.COMMA);
    }

    CsvTable in(CsvDialect other) {
        return new CsvTable(name, columns, rows, other);
    }

    /** A table of one row for each thing. */
    public static <T> CsvTable of(
            String name, List<String> columns, Collection<T> things, Function<T, List<Object>> cells) {
        return new CsvTable(name, columns, things.stream().map(cells).toList());
    }

    /** The cells of one row, of which any may be null. */
    public static List<Object> row(Object... cells) {
        return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(cells)));
    }
}

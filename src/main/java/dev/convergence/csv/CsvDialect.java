package dev.convergence.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** How a table is written down: for programs, or for a spreadsheet that opens the file by a double click. */
enum CsvDialect {

    /** Plain RFC 4180. Numbers have a decimal point and no quotes. */
    COMMA(CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get(), ""),

    /**
     * As spreadsheets expect it where numbers have a decimal comma: semicolons, and a byte order mark, without which they
     * take UTF-8 for an encoding of old.
     */
    SEMICOLON(
            CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(';')
                    .setQuoteMode(QuoteMode.ALL_NON_NULL)
                    .get(),
            "\ufeff") {
        @Override
        Object number(Number number) {
            return number.toString().replace('.', ',');
        }
    };

    private final CSVFormat format;
    private final String beginning;

    CsvDialect(CSVFormat format, String beginning) {
        this.format = format;
        this.beginning = beginning;
    }

    /** The dialect with this separator, as in {@code semicolon}. */
    static Optional<CsvDialect> named(String separator) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.word().equals(separator))
                .findFirst();
    }

    /** The separators that there are, as the API writes them. */
    static String words() {
        return Arrays.stream(values()).map(CsvDialect::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    CSVFormat format() {
        return format;
    }

    /** What stands before the first line. */
    String beginning() {
        return beginning;
    }

    Object number(Number number) {
        return number;
    }
}

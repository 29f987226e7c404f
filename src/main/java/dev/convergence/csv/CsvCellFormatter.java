package dev.convergence.csv;

import java.util.regex.Pattern;

/**
 * What stands in one cell. A spreadsheet takes a cell that begins with certain characters for a formula and computes
 * it, on the machine of the person who opens the file; an apostrophe before it makes it text. Which cells a spreadsheet
 * sees depends on its own separator, whatever the file's is: a text is guarded after each of the usual ones. See OWASP,
 * <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV Injection</a>, and its ASVS 5.0, 1.2.10.
 */
final class CsvCellFormatter {

    private static final String CELL_BEGINS = "(?<=\\A|[,;|\\t\\r\\n])";

    /** Blanks, invisible characters and quotes, which spreadsheets leave out before they look for a formula. */
    private static final String LEFT_OUT = "[\\s\\p{Z}\\p{Cc}\\p{Cf}\"]*";

    /** Also as written in East Asian texts, which spreadsheets take for the same; and the minus sign of typographers. */
    private static final String FORMULA_BEGINS = "[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]";

    private static final Pattern FORMULA =
            Pattern.compile(CELL_BEGINS + "(?=" + LEFT_OUT + FORMULA_BEGINS + ")|\\A(?=[\\t\\r\\n\\x00])");

    private static final String TEXT = "'";

    private CsvCellFormatter() {}

    /** What to print: a number as it is, for it is ours and no formula even where it is negative; null for nothing. */
    static Object of(Object value) {
        return value == null || value instanceof Number
                ? value
                : FORMULA.matcher(value.toString()).replaceAll(TEXT);
    }
}

package dev.convergence.csv;

import java.util.regex.Pattern;

/**
 * What stands in one cell. A spreadsheet takes a cell that begins with certain characters for a formula and computes
 * it, on the machine of whoever opens the file; an apostrophe before it makes it text. See OWASP, <a
 * href="https://owasp.org/www-community/attacks/CSV_Injection">CSV Injection</a>, and its ASVS 5.0, 1.2.10.
 */
final class CsvCell {

    private static final Pattern FORMULA = Pattern.compile("\\A[=+\\-@\\t\\r\\n\\x00]");
    private static final String TEXT = "'";

    private CsvCell() {}

    /** The cell's text. A number stays one: it is ours, and no formula even where it is negative. */
    static String of(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = !(value instanceof Number) && FORMULA.matcher(text).find();
        return formula ? TEXT + text : text;
    }
}

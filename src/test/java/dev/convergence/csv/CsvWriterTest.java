package dev.convergence.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvWriterTest {

    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";
    private static final String CONTROLS = "\t\r\n\0";
    private static final int COLUMNS = 3;

    @Property
    void isReadBackAsItWasWritten(@ForAll("tables") List<List<String>> rows) {
        List<CSVRecord> read = read(written(table(rows)));

        assertThat(read).hasSize(rows.size() + 1);
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = read.get(row + 1).toList();
            for (int column = 0; column < COLUMNS; column++) {
                String text = rows.get(row).get(column);
                assertThat(cells.get(column)).isIn(text, CsvCellFormatter.of(text));
                assertThat(unmarked(cells.get(column))).isEqualTo(unmarked(text));
            }
        }
    }

    /** A spreadsheet that separates by another character also takes quotes within a line for what they are not. */
    @Property
    void holdsNoFormulaWhateverTheSpreadsheetSeparatesBy(
            @ForAll("tables") List<List<String>> rows, @ForAll CsvDialect dialect) {
        String file = written(table(rows).in(dialect));
        for (String separator : List.of(",", ";", "\t", "|")) {
            assertThat(file.split("[\\r\\n" + separator + "]"))
                    .noneMatch(cell -> isFormula(cell.replace("\"", "").strip()));
        }
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> wild = Arbitraries.strings().ofMaxLength(20);
        Arbitrary<String> nasty = Arbitraries.strings()
                .withChars(FORMULA + CONTROLS + ",;|\"' \u00a0\u200bab\u00e4\u201c#\\")
                .ofMaxLength(8);
        return Arbitraries.oneOf(wild, nasty).list().ofSize(COLUMNS).list().ofMaxSize(6);
    }

    @Example
    void quotesTextAndNothingElse() {
        CsvTable table = CsvTable.of(
                "notes",
                List.of("by", "text", "n"),
                List.of("one\r\ntwo", "a,b", "say \"no\""),
                text -> CsvTable.row("me", text, -1.5));

        assertThat(written(table))
                .isEqualTo("\"by\",\"text\",\"n\"\r\n\"me\",\"one\r\ntwo\",-1.5\r\n\"me\",\"a,b\",-1.5\r\n"
                        + "\"me\",\"say \"\"no\"\"\",-1.5\r\n");
    }

    @Example
    void writesForSpreadsheetsWithADecimalComma() {
        CsvTable table = new CsvTable("x", List.of("a", "b"), List.of(CsvTable.row("\u00fc", -1.5)));

        assertThat(written(table.in(CsvDialect.SEMICOLON))).isEqualTo("\ufeff\"a\";\"b\"\r\n\"\u00fc\";\"-1,5\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            value = {
                "=cmd|'/c calc'!A1 -> '=cmd|'/c calc'!A1",
                "+1                -> '+1",
                "-1                -> '-1",
                "@SUM(A1)          -> '@SUM(A1)",
                "'=1               -> '=1",
                "1=1               -> 1=1",
                "ok;=1+1;x         -> ok;'=1+1;x",
                "ok, @x            -> ok,' @x",
                "ok|-x             -> ok|'-x",
                "`  =1+1`          -> `'  =1+1`",
                "`\u00a0=1+1`     -> `'\u00a0=1+1`",
                "\uff1d1+1        -> '\uff1d1+1",
                "x;\"=1+1\"      -> x;'\"=1+1\"",
                "10 %, 3-5 days    -> 10 %, 3-5 days",
            })
    void makesFormulasText(String text, String cell) {
        assertThat(CsvCellFormatter.of(text)).isEqualTo(cell);
    }

    @Example
    void marksWhatBeginsWithAControlCharacter() {
        assertThat(CONTROLS.chars().mapToObj(control -> CsvCellFormatter.of((char) control + "x")))
                .allMatch(cell -> cell.toString().startsWith("'"));
    }

    @Example
    void leavesNumbersNumbers() {
        assertThat(CsvCellFormatter.of(-1)).isEqualTo(-1);
    }

    @Example
    void leavesCellsEmptyWhereNothingIs() {
        assertThat(written(new CsvTable("x", List.of("a", "b"), List.of(CsvTable.row("1", null)))))
                .isEqualTo("\"a\",\"b\"\r\n\"1\",\r\n");
    }

    @Example
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new CsvTable("x", List.of("a", "b"), List.of(CsvTable.row("1"))))
                .hasMessageContaining("1 cells in a table of 2 columns");
    }

    private static CsvTable table(List<List<String>> rows) {
        return CsvTable.of("x", List.of("a", "b", "c"), rows, List::copyOf);
    }

    private static String unmarked(String text) {
        return text.replace("'", "");
    }

    private static List<CSVRecord> read(String text) {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String written(CsvTable table) {
        try {
            StringBuilder text = new StringBuilder();
            CsvWriter.write(table, text);
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

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

class CsvWriterTest {

    private static final String FORMULA = "=+-@\t\r\n\0";
    private static final int COLUMNS = 3;

    @Property
    void isReadBackAsItWasWritten(@ForAll("tables") List<List<String>> rows) {
        List<CSVRecord> read = read(written(table(rows)));

        assertThat(read).hasSize(rows.size() + 1);
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = read.get(row + 1).toList();
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(cells.get(column))
                        .isIn(sameOrMarkedAsText(rows.get(row).get(column)));
            }
        }
    }

    @Property
    void holdsNoFormula(@ForAll("tables") List<List<String>> rows) {
        assertThat(read(written(table(rows))))
                .flatExtracting(CSVRecord::toList)
                .noneMatch(cell -> !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> wild = Arbitraries.strings().ofMaxLength(20);
        Arbitrary<String> nasty = Arbitraries.strings()
                .withChars(FORMULA + ",;\"' ab\u00e4\u201c#\\")
                .ofMaxLength(8);
        return Arbitraries.oneOf(wild, nasty).list().ofSize(COLUMNS).list().ofMaxSize(6);
    }

    @Example
    void quotesWhatWouldEndACellOrALine() {
        CsvTable table = CsvTable.of(
                "notes",
                List.of("by", "text"),
                List.of("one\r\ntwo", "a,b", "say \"no\""),
                text -> CsvTable.row("me", text));

        assertThat(written(table)).isEqualTo("by,text\r\nme,\"one\r\ntwo\"\r\nme,\"a,b\"\r\nme,\"say \"\"no\"\"\"\r\n");
    }

    @Example
    void makesFormulasTextAndLeavesNumbersNumbers() {
        CsvTable table = CsvTable.of(
                "x",
                List.of("a", "b"),
                List.of("=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "'=1", "1=1"),
                text -> CsvTable.row(text, -1));

        assertThat(read(written(table)).stream().skip(1).map(row -> row.get(0)))
                .containsExactly("'=cmd|'/c calc'!A1", "'+1", "'-1", "'@SUM(A1)", "'=1", "1=1");
        assertThat(read(written(table)).get(1).get(1)).isEqualTo("-1");
    }

    @Example
    void leavesCellsEmptyWhereNothingIs() {
        assertThat(written(new CsvTable("x", List.of("a", "b"), List.of(CsvTable.row("1", null)))))
                .isEqualTo("a,b\r\n1,\r\n");
    }

    @Example
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new CsvTable("x", List.of("a", "b"), List.of(CsvTable.row("1"))))
                .hasMessageContaining("1 cells in a table of 2 columns");
    }

    private static CsvTable table(List<List<String>> rows) {
        return CsvTable.of("x", List.of("a", "b", "c"), rows, List::copyOf);
    }

    private static List<String> sameOrMarkedAsText(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return List.of(formula ? "'" + text : text);
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

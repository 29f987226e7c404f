package dev.convergence.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.model.DecisionReader;
import dev.convergence.model.DecisionSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for approvers says who decides exactly as the shipped table does. */
class DocumentedMatrixTest {

    private static final Path TABLE = Path.of("bpmn/decisions/responsibility-matrix.dmn");
    private static final Path PAGE = Path.of("src/docs/approver.md");

    @Test
    void thePageShowsTheShippedTable() throws IOException {
        String expected = table(rows());

        assertThat(Files.readString(PAGE))
                .as("src/docs/approver.md must contain exactly this table, between two blank lines:%n%n%s%n", expected)
                .contains("\n\n" + expected + "\n\n");
    }

    private static List<ResponsibilityRow> rows() throws IOException {
        try (InputStream content = Files.newInputStream(TABLE)) {
            DecisionSource matrix =
                    DecisionReader.read(TABLE.getFileName().toString(), content).get(0);
            return matrix.table().orElseThrow().rules().stream()
                    .map(ResponsibilityRow::of)
                    .toList();
        }
    }

    private static String table(List<ResponsibilityRow> rows) {
        return "| task, gate or handoff | pattern | responsible | accountable | consulted | informed |\n"
                + "|---|---|---|---|---|---|\n"
                + rows.stream().map(DocumentedMatrixTest::line).collect(Collectors.joining("\n"));
    }

    private static String line(ResponsibilityRow row) {
        return "| "
                + String.join(
                        " | ",
                        row.task() == null ? "everything else" : "`" + row.task() + "`",
                        row.pattern() == null ? "all" : row.pattern(),
                        String.join(", ", row.responsible()),
                        "**" + row.accountable() + "**",
                        String.join(", ", row.consulted()),
                        String.join(", ", row.informed()))
                + " |";
    }
}

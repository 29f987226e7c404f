package dev.convergence.report;

import dev.convergence.csv.CsvTable;
import java.util.List;
import java.util.stream.Stream;

/** The report of response times as a table. */
final class ResponseCsvMapper {

    private static final String NAME = "response-times";
    private static final List<String> COLUMNS = List.of(
            "group",
            "gate",
            "kind",
            "target",
            "calendar",
            "zone",
            "n",
            "median",
            "percentile90",
            "withinTarget",
            "open",
            "overdue",
            "cut");

    private ResponseCsvMapper() {}

    static CsvTable of(ResponseReport report) {
        return new CsvTable(
                NAME,
                COLUMNS,
                report.groups().stream()
                        .flatMap(group -> rows(group, report.cut()))
                        .toList());
    }

    private static Stream<List<Object>> rows(ResponseReport.OfGroup group, boolean cut) {
        ResponseReport.OfGate all = new ResponseReport.OfGate(null, null, null, null, null, group.figures());
        return Stream.concat(Stream.of(all), group.gates().stream()).map(gate -> row(group.group(), gate, cut));
    }

    private static List<Object> row(String group, ResponseReport.OfGate gate, boolean cut) {
        ResponseReport.Figures figures = gate.figures();
        return CsvTable.row(
                group,
                gate.gate(),
                gate.kind(),
                gate.target(),
                gate.calendar(),
                gate.zone(),
                figures.n(),
                figures.median(),
                figures.percentile90(),
                figures.withinTarget(),
                figures.open(),
                figures.overdue(),
                cut);
    }
}

package dev.convergence.report;

import dev.convergence.csv.CsvTable;
import dev.convergence.engine.identity.SystemAuthority;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP, as JSON or as a table. Every signed-in person may read them. */
@RestController
@RequestMapping("/api/reports")
class ReportController {

    private final ResponseReporter responses;
    private final SystemAuthority system;

    ReportController(ResponseReporter responses, SystemAuthority system) {
        this.responses = responses;
        this.system = system;
    }

    /**
     * Reports how soon groups answer, in working time: per group, and per gate or handoff within it.
     *
     * @param from the first day of which answers count
     * @param to the last day of which answers count
     */
    @GetMapping("/response-times")
    ResponseReport responseTimes(
            @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to) {
        return system.call(() -> responses.of(from, to));
    }

    /** The same as a table; the row of a whole group names no gate. */
    @GetMapping(path = "/response-times", produces = CsvTable.MEDIA_TYPE)
    CsvTable responseTimesAsTable(
            @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to) {
        return ResponseCsvMapper.of(responseTimes(from, to));
    }
}

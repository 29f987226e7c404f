package dev.convergence.report;

import dev.convergence.csv.CsvTable;
import dev.convergence.engine.identity.SystemAuthority;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What syncs cost, over HTTP, as JSON or as a table. Every signed-in person may read it. */
@RestController
@RequestMapping("/api/reports/meeting-load")
class MeetingLoadController {

    private final MeetingLoadReporter loads;
    private final SystemAuthority system;

    MeetingLoadController(MeetingLoadReporter loads, SystemAuthority system) {
        this.loads = loads;
        this.system = system;
    }

    /**
     * Reports how many syncs were held and skipped, and how much time they took: in all, and per campaign.
     *
     * @param from the first day of which syncs count
     * @param to the last day of which syncs count
     */
    @GetMapping
    MeetingLoadReport meetingLoad(
            @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to) {
        return system.call(() -> loads.of(from, to));
    }

    /** The same as a table; the row of all campaigns together names none. */
    @GetMapping(produces = CsvTable.MEDIA_TYPE)
    CsvTable meetingLoadAsTable(
            @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to) {
        return MeetingLoadCsvMapper.of(meetingLoad(from, to));
    }
}

package dev.convergence.responsibility;

import dev.convergence.engine.decision.DecisionTableSourceReader;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.model.DecisionSource;
import dev.convergence.paging.PageRequest;
import dev.convergence.problem.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The responsibility matrix as it was deployed last, in the order of its rules. Every signed-in person may read. */
@RestController
@RequestMapping("/api/responsibilities")
class ResponsibilityController {

    private static final String POLICY = "Content-Security-Policy";

    private final DecisionTableSourceReader tables;
    private final SystemAuthority system;

    ResponsibilityController(DecisionTableSourceReader tables, SystemAuthority system) {
        this.tables = tables;
        this.system = system;
    }

    /** Lists who does, decides, is asked and is told, as deployed. */
    @GetMapping
    ResponseEntity<List<ResponsibilityRow>> responsibilities(PageRequest page) {
        return page.of(responsibilities()).answer();
    }

    private List<ResponsibilityRow> responsibilities() {
        return system.call(() -> tables.decision(ResponsibilityMatrixDecision.DECISION))
                .flatMap(DecisionSource::table)
                .map(table -> table.rules().stream().map(ResponsibilityRow::of).toList())
                .orElseThrow(() -> new NotFoundException("Decision", ResponsibilityMatrixDecision.DECISION));
    }

    /** Shows the same for a browser. */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> responsibilitiesPage() {
        return ResponseEntity.ok()
                .header(POLICY, ResponsibilityPage.POLICY)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(ResponsibilityPage.of(responsibilities()));
    }
}

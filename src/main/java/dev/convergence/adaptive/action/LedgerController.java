package dev.convergence.adaptive.action;

import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.csv.CsvTable;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.paging.Page;
import dev.convergence.paging.PageRequest;
import dev.convergence.people.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of a live adaptive campaign: what was done or asked for, and why. Everyone reads. */
@RestController
@RequestMapping("/api/campaigns/{key}/actions")
class LedgerController {

    private final SteeringAccess steeringAccess;
    private final LedgerRepository entries;
    private final ReversalService reversalService;
    private final SystemAuthority system;

    LedgerController(
            SteeringAccess steeringAccess,
            LedgerRepository entries,
            ReversalService reversalService,
            SystemAuthority system) {
        this.steeringAccess = steeringAccess;
        this.entries = entries;
        this.reversalService = reversalService;
        this.system = system;
    }

    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    /** Lists what was done or asked for, and why; the newest first. */
    @GetMapping
    ResponseEntity<List<LedgerEntry>> actions(@PathVariable String key, PageRequest page) {
        return ledger(key, page).answer();
    }

    /** The same as a table. */
    @GetMapping(produces = CsvTable.MEDIA_TYPE)
    ResponseEntity<CsvTable> actionsAsTable(@PathVariable String key, PageRequest page) {
        return ledger(key, page).answer(actions -> LedgerCsvMapper.of(key, actions));
    }

    private Page<LedgerEntry> ledger(String key, PageRequest page) {
        steeringAccess.find(key);
        return entries.of(key, page);
    }

    /** Takes an action back that is done: a new one of the opposite direction, which nobody has to approve. */
    @PostMapping("/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    LedgerEntry reverseAction(
            @PathVariable String key, @PathVariable String id, @Valid @RequestBody Reason given, CurrentUser user) {
        return system.call(() -> reversalService.reverse(
                key, id, given.reason(), steeringAccess.requireInvolved(user, SteeringAccess.REVERSE)));
    }
}

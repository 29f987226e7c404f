package dev.convergence.rhythm;

import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.paging.PageRequest;
import dev.convergence.problem.NotFoundException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The syncs of a campaign over HTTP. Every signed-in person may read them. */
@RestController
@RequestMapping("/api/campaigns/{key}/syncs")
class SyncController {

    private final SyncRecordRepository records;
    private final SystemAuthority system;

    SyncController(SyncRecordRepository records, SystemAuthority system) {
        this.records = records;
        this.system = system;
    }

    /** Lists what was held, what was skipped, what is open and what is planned next; the newest first. */
    @GetMapping
    ResponseEntity<List<SyncRecord>> syncs(@PathVariable String key, PageRequest page) {
        return page.of(syncs(key)).answer();
    }

    private List<SyncRecord> syncs(String key) {
        return system.call(() -> {
            if (!records.isCampaign(key)) {
                throw new NotFoundException("Campaign", key);
            }
            return records.of(key);
        });
    }
}

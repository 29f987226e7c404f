package dev.convergence.adaptive.view;

import dev.convergence.engine.identity.SystemAuthority;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An adaptive campaign while it is live. Every signed-in person may look. */
@RestController
@RequestMapping("/api/campaigns/{key}")
class LiveController {

    private static final String POLICY = "Content-Security-Policy";

    private final MetricsReader metrics;
    private final SystemAuthority system;

    LiveController(MetricsReader metrics, SystemAuthority system) {
        this.metrics = metrics;
        this.system = system;
    }

    /**
     * Shows metrics, thresholds, actions, budgets and sources; at most 500 points a series.
     *
     * @param from when the campaign went live, where it is left out
     * @param to now, or the campaign's end, where it is left out
     */
    @GetMapping("/metrics")
    MetricsView metrics(
            @PathVariable String key,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to) {
        return system.call(() -> metrics.of(key, from, to));
    }

    /** Shows the metrics as charts, for a browser. */
    @GetMapping(path = "/live", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> livePage(@PathVariable String key) {
        MetricsView.Campaign campaign = system.call(() -> metrics.campaign(key));
        return ResponseEntity.ok()
                .header(POLICY, LivePage.POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(LivePage.of(campaign));
    }
}

package dev.convergence.browser;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Tests that begin with an adaptive campaign whose rules run in seconds, with 6,000 for email and 3,000 for social. */
abstract class LiveCampaignTest extends BrowserTest {

    private static final AtomicInteger READINGS = new AtomicInteger();

    void begin(String key, String name) {
        expectSuccess(post(
                "campaign-manager",
                "/api/campaigns",
                json(Map.of(
                        "key",
                        key,
                        "name",
                        name,
                        "type",
                        "product-launch",
                        "pattern",
                        "adaptive",
                        "priority",
                        "rehearsal",
                        "budget",
                        Map.of("email", 6000, "social", 3000)))));
    }

    void launch(String key) {
        done(
                "campaign-manager",
                key,
                "userTask_writeBrief",
                Map.of("briefGoal", "Sell out today", "briefAudience", "Regulars", "briefMessage", "Only today"));
        done("marketing", key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Mail at eight"));
        approveOverHttp("campaign-manager", key);
    }

    /** A reading of this moment. */
    void openRate(String key, String value) {
        expectSuccess(post(
                "analytics",
                "/api/campaigns/" + key + "/readings",
                """
                {"id": "live-%d", "source": "email", "metric": "open-rate", "channel": "email", "value": %s, "observedAt": "%s"}"""
                        .formatted(READINGS.incrementAndGet(), value, Instant.now())));
    }
}

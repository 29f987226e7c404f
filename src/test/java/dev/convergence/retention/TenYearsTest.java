package dev.convergence.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** Ten years leave no more than three: in every table, the engine's and ours. */
@DirtiesContext
class TenYearsTest extends RetentionSurface {

    private static final double MOST = 1.1;

    /** Before the first year, so that what other tests left is as gone in the third as in the tenth. */
    private static final Duration BEFORE = Duration.ofDays(365 * 5);

    @Test
    void leaveNoMoreRowsThanThree() {
        writeMessages();
        after(BEFORE);
        cleanUp();
        Map<String, Long> before = rows();

        years(3);
        Map<String, Long> afterThree = rows();
        years(7);
        Map<String, Long> afterTen = rows();

        assertThat(afterThree.get("act_hi_procinst")).isGreaterThan(before.get("act_hi_procinst"));
        assertThat(afterThree.get("cc_reading")).isGreaterThan(before.get("cc_reading"));
        assertThat(afterThree.get("cc_campaign_record")).isGreaterThan(before.get("cc_campaign_record"));
        assertThat(afterTen.keySet())
                .containsAll(List.of("act_hi_taskinst", "act_ge_bytearray", "cc_notice", "cc_message"));
        assertThat(afterTen).allSatisfy((table, rows) -> assertThat((double) rows - before.get(table))
                .as(table)
                .isLessThanOrEqualTo(MOST * (afterThree.get(table) - before.get(table))));
    }

    private void years(int years) {
        for (int year = 0; year < years; year++) {
            var newYear = now();
            runACampaign(newKey());
            correctACampaign(newKey());
            engine.getManagementService().reportDbMetricsNow();
            recommend();
            moveTo(newYear.plus(Duration.ofDays(365)));
            cleanUp();
        }
    }

    /** An adaptive campaign with readings, until it is cancelled. */
    private void correctACampaign(String key) {
        ObjectNode asked = campaign(key);
        asked.put("pattern", "adaptive");
        asked.remove(List.of("plan", "touchpoints", "plannedLaunch"));
        json(post(CAMPAIGN_MANAGER, "/api/campaigns", asked.toString()), 201);
        complete(key, "userTask_writeBrief", Map.of());
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
        settle(key);
        after(Duration.ofHours(2));
        openRate(key, "1", "0.08");
        openRate(key, "2", "0.09");
        settle(key);
        tick();
        assertThat(post(CAMPAIGN_MANAGER, "/api/campaigns/" + key + "/cancellation", "{\"rationale\": \"Sold out\"}")
                        .statusCode())
                .isLessThan(300);
        settle(key);
        writeMessages();
    }

    private void openRate(String key, String id, String value) {
        tick();
        String reading =
                """
                {"id": "%s", "source": "email", "metric": "open-rate", "channel": "email", "value": %s, "observedAt": "%s"}"""
                        .formatted(id, value, now());
        json(post("analytics", "/api/campaigns/" + key + "/readings", reading), 202);
    }

    /** A decision that belongs to no campaign. */
    private void recommend() {
        json(
                post(
                        "sales",
                        "/api/recommendations",
                        "{\"complexity\": \"low\", \"teamMaturity\": \"low\", \"dataInfrastructure\": \"weak\", \"speed\": \"low\"}"),
                200);
    }
}

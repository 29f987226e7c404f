package dev.convergence.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.SurfaceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * A flash sale by email and social: hardly anybody opens the email in the first hour, so budget moves to social, the
 * subject line changes, new variants are asked for, and the campaign recovers.
 */
class FlashSaleTest extends SurfaceTest {

    private static final String ANALYTICS = "analytics";

    private final String key = newKey();
    private int readings;

    @Test
    void shiftsBudgetChangesTheSubjectAsksForVariantsAndRecovers() {
        goLive();
        assertThat(read(key).path("state").asText()).isEqualTo("LAUNCHED");
        assertThat(read(key).path("stage").asText()).isEqualTo("live");

        openRate("0.08");
        openRate("0.09");
        assertThat(actions()).as("the first hour is left alone").isEmpty();

        moveTo(now().plus(Duration.ofHours(1)));
        openRate("0.10");
        openRate("0.10");
        settle(key);

        assertThat(actions()).hasSize(3);
        assertThat(action("BUDGET").path("state").asText()).isEqualTo("DONE");
        assertThat(action("BUDGET").path("amount").decimalValue()).isEqualByComparingTo("1800");
        assertThat(sum(action("BUDGET").path("budgetBefore")))
                .isEqualByComparingTo(sum(action("BUDGET").path("budgetAfter")))
                .isEqualByComparingTo("9000");
        assertThat(action("BUDGET").path("evidence")).isNotEmpty();
        assertThat(action("CREATIVE").path("state").asText()).isEqualTo("DONE");
        assertThat(action("VARIANTS").path("state").asText()).isEqualTo("BOOKED");
        JsonNode platform = json(get("sales", "/api/platform/" + key), 200);
        assertThat(platform.path("budgets").path("email").decimalValue()).isEqualByComparingTo("4200");
        assertThat(platform.path("budgets").path("social").decimalValue()).isEqualByComparingTo("4800");
        assertThat(platform.path("creatives").path("email").asText()).isEqualTo("next subject line");

        complete(key, "userTask_makeVariants", Map.of("makeVariantsResult", "Only today: 40 % off"));
        settle(key);
        openRate("0.12");
        moveTo(now().plus(Duration.ofHours(2)));
        openRate("0.24");
        openRate("0.26");
        settle(key);

        assertThat(action("VARIANTS").path("state").asText()).isEqualTo("DONE");
        assertThat(actions()).as("each exactly once").hasSize(3);
        assertThat(json(get("sales", "/api/platform/" + key), 200)
                        .path("variants")
                        .path("email")
                        .toString())
                .contains("Only today: 40 % off");
        assertThat(verdicts()).isEqualTo(readings);
    }

    @Test
    void obeysAThresholdThatWasDeployedWhileItRuns() throws IOException {
        goLive();
        moveTo(now().plus(Duration.ofHours(1)));
        openRate("0.18");
        openRate("0.18");
        assertThat(actions()).isEmpty();

        String id = deploy(rules().replace("<text>0.15</text>", "<text>0.19</text>"));
        try {
            openRate("0.18");
            settle(key);

            assertThat(actions()).hasSize(3);
        } finally {
            engine.getRepositoryService().deleteDeployment(id, true);
            deployShippedRules();
        }
    }

    @Test
    void actsOnNothingOnceItsAutomationIsSwitchedOff() {
        goLive();
        moveTo(now().plus(Duration.ofHours(1)));
        json(
                put(CAMPAIGN_MANAGER, path("/automation"), "{\"automatic\": false, \"reason\": \"The press is here\"}"),
                200);

        openRate("0.08");
        openRate("0.08");
        settle(key);

        assertThat(actions()).isEmpty();
        assertThat(verdicts()).isEqualTo(2);
    }

    private void goLive() {
        ObjectNode asked = campaign(key);
        asked.put("pattern", "adaptive");
        asked.remove(List.of("plan", "touchpoints", "plannedLaunch"));
        asked.putObject("budget").put("email", 6000).put("social", 3000);
        json(post(CAMPAIGN_MANAGER, "/api/campaigns", asked.toString()), 201);
        complete(key, "userTask_writeBrief", Map.of());
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
        settle(key);
    }

    private void openRate(String value) {
        tick();
        readings++;
        String reading =
                """
                {"id": "%s-%d", "source": "email", "metric": "open-rate", "channel": "email", "value": %s, "observedAt": "%s"}"""
                        .formatted(key, readings, value, now());
        JsonNode answer = json(post(ANALYTICS, path("/readings"), reading), 202);
        assertThat(answer.path("verdict").asText()).as(answer.toString()).isEqualTo("APPLIED");
    }

    private String path(String part) {
        return "/api/campaigns/" + key + part;
    }

    private JsonNode actions() {
        return json(get("sales", path("/actions")), 200);
    }

    private JsonNode action(String kind) {
        return StreamSupport.stream(actions().spliterator(), false)
                .filter(action -> action.path("kind").asText().equalsIgnoreCase(kind))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal sum(JsonNode budgets) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode amount : budgets) {
            sum = sum.add(amount.decimalValue());
        }
        return sum;
    }

    private long verdicts() {
        return json(get("sales", path("/readings")), 200).size();
    }

    private static String rules() throws IOException {
        return Files.readString(Path.of("bpmn/decisions/adaptation-rules.dmn"));
    }

    private String deploy(String rules) {
        return engine.getRepositoryService()
                .createDeployment()
                .addInputStream(
                        "adaptation-rules.dmn", new ByteArrayInputStream(rules.getBytes(StandardCharsets.UTF_8)))
                .deploy()
                .getId();
    }

    /** The next test finds the rules as they ship, by a deployment that every node notices at once. */
    private void deployShippedRules() throws IOException {
        deploy(rules());
    }
}

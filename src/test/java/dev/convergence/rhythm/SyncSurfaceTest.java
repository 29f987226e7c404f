package dev.convergence.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SyncSurfaceTest extends SurfaceTest {

    private static final String DUE = "event_syncDue";
    private static final String HOLD = "userTask_holdSync";
    private static final String RECORD =
            """
            {"variables": {"syncNotes": {"value": "Book the hall"}, "syncMinutes": {"value": 20},
                           "syncAttendants": {"value": 5}}}""";

    @Autowired
    PlatformTransactionManager transactions;

    private final String key = newKey();

    @Test
    void tellsWhatWasHeldWhatWasSkippedAndWhatComes() {
        create(key);
        walkTo(key, "product-ready");
        start("weekly-sync");
        fire(key, DUE);
        tick();
        decide(key, "APPROVED");
        json(
                patch(
                        CAMPAIGN_MANAGER,
                        "/api/campaigns/" + key + "/plan/sales-ready",
                        "{\"due\": \"2027-03-16\", \"reason\": \"Fair\"}"),
                200);
        fire(key, DUE);
        hold();

        List<JsonNode> syncs = syncs();

        assertThat(syncs).extracting(sync -> sync.path("state").asText()).containsExactly("PLANNED", "HELD", "SKIPPED");
        JsonNode planned = syncs.get(0);
        assertThat(planned.path("kind").asText()).isEqualTo("weekly-sync");
        assertThat(planned.path("at").asText()).isEqualTo("2027-03-15T09:00:00Z");
        assertThat(planned.path("minutes").asInt()).isEqualTo(30);
        JsonNode held = syncs.get(1);
        assertThat(held.path("at").asText()).isEqualTo("2027-03-08T09:00:00Z");
        assertThat(held.path("minutes").asInt()).isEqualTo(20);
        assertThat(held.path("people").asInt()).isEqualTo(5);
        assertThat(held.path("notes").asText()).isEqualTo("Book the hall");
        assertThat(held.path("heldBy").asText()).isEqualTo("campaign-manager");
        assertThat(held.path("heldFor").isMissingNode() || held.path("heldFor").isNull())
                .isTrue();
        assertThat(held.path("progress").findValuesAsText("what"))
                .contains("Gate “Product ready”: approved")
                .anyMatch(what -> what.startsWith("“Sales is ready” moves from 2027-03-15 to 2027-03-16"));
        assertThat(syncs.get(2).path("at").asText()).isEqualTo("2027-03-01T09:00:00Z");
    }

    @Test
    void showsOneThatIsOpenWithItsAgendaAsItIsNow() {
        startGate(key, "product-ready", Map.of());
        start("weekly-sync");
        fire(key, DUE);
        fire(key, DUE);

        JsonNode open = syncs().get(0);

        assertThat(open.path("state").asText()).isEqualTo("OPEN");
        JsonNode blocker = StreamSupport.stream(open.path("blockers").spliterator(), false)
                .filter(one -> one.path("what").asText().contains("Review the gate"))
                .findFirst()
                .orElseThrow();
        assertThat(blocker.path("owner").asText()).isEqualTo("marketing");
        assertThat(blocker.path("age").asText()).isEqualTo("3 working days");
        decide(key, "APPROVED");
        assertThat(syncs().get(0).path("blockers").findValuesAsText("what"))
                .noneMatch(what -> what.contains("Review the gate"));
        assertThat(syncs().get(0).path("progress").findValuesAsText("what"))
                .containsExactly("Gate “product-ready”: approved");
    }

    @Test
    void showsWhoActedForWhom() {
        sendHandoff(key);
        start("weekly-sync");
        sendHandoff(key);
        fire(key, DUE);
        String task = task(key, HOLD).getId();
        engine.getTaskService().setOwner(task, "campaign-manager");
        engine.getTaskService().setAssignee(task, "support");
        complete(key, HOLD, Map.of("syncNotes", "Fine", "syncMinutes", 5, "syncAttendants", 2));

        assertThat(syncs().get(1).path("heldBy").asText()).isEqualTo("support");
        assertThat(syncs().get(1).path("heldFor").asText()).isEqualTo("campaign-manager");
    }

    @Test
    void keepsKindsApart() {
        sendHandoff(key);
        start("weekly-sync");
        start("retrospective");
        tick();
        sendHandoff(key);
        fire(key, DUE);

        assertThat(syncs())
                .extracting(sync ->
                        sync.path("kind").asText() + " " + sync.path("state").asText())
                .containsExactlyInAnyOrder("weekly-sync OPEN", "retrospective PLANNED");
    }

    @Test
    void isForTheHostAlone() {
        sendHandoff(key);
        start("weekly-sync");
        sendHandoff(key);
        fire(key, DUE);
        String path = "/engine-rest/task/" + task(key, HOLD).getId() + "/complete";

        assertThat(post("sales", path, RECORD).statusCode()).isEqualTo(403);
        assertThat(post(CAMPAIGN_MANAGER, path, "{\"variables\": {\"syncNotes\": {\"value\": \"x\"}}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(CAMPAIGN_MANAGER, path, RECORD).statusCode()).isEqualTo(204);
    }

    @Test
    void takesTheAnswerOfAForm() {
        sendHandoff(key);
        start("weekly-sync");
        sendHandoff(key);
        fire(key, DUE);
        String path = "/engine-rest/task/" + task(key, HOLD).getId() + "/submit-form";

        assertThat(post(CAMPAIGN_MANAGER, path, RECORD).statusCode()).isEqualTo(204);

        assertThat(syncs().get(1).path("minutes").asInt()).isEqualTo(20);
        assertThat(syncs().get(1).path("people").asInt()).isEqualTo(5);
    }

    @Test
    void knowsCampaignsWithoutSyncsAndNoOthers() {
        create(key);

        assertThat(syncs()).isEmpty();
        assertProblem(get("sales", "/api/campaigns/no-such/syncs"), 404);
    }

    @Test
    void countsSyncsAsAMetric() {
        double held = metric("held");
        double skipped = metric("skipped");
        start("gate-review");
        fire(key, DUE);
        sendHandoff(key);
        fire(key, DUE);
        Map<String, Object> answer = Map.of("syncNotes", "Fine", "syncMinutes", 5, "syncAttendants", 2);
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            engine.getTaskService().complete(task(key, HOLD).getId(), answer);
            transaction.setRollbackOnly();
        });
        assertThat(metric("held")).as("rolled back").isEqualTo(held);

        engine.getTaskService().complete(task(key, HOLD).getId(), answer);

        assertThat(metric("held")).isEqualTo(held + 1);
        assertThat(metric("skipped")).isEqualTo(skipped + 1);
    }

    private double metric(String outcome) {
        return get("operator", "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("convergence_syncs_total{")
                        && line.contains("kind=\"gate-review\"")
                        && line.contains("outcome=\"" + outcome + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private void start(String kind) {
        engine.getRuntimeService().startProcessInstanceByKey("sync", key, Map.of("syncKind", kind));
    }

    private void hold() {
        tick();
        String task = task(key, HOLD).getId();
        String path = "/engine-rest/task/" + task;
        assertThat(post(CAMPAIGN_MANAGER, path + "/claim", "{\"userId\": \"campaign-manager\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(post(CAMPAIGN_MANAGER, path + "/complete", RECORD).statusCode())
                .isEqualTo(204);
    }

    private List<JsonNode> syncs() {
        JsonNode all = json(get("sales", "/api/campaigns/" + key + "/syncs"), 200);
        return StreamSupport.stream(all.spliterator(), false).toList();
    }
}

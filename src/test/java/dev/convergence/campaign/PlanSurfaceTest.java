package dev.convergence.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanSurfaceTest extends SurfaceTest {

    private static final String TWO_DAYS_LATER = "{\"due\": \"2027-03-12\", \"reason\": \"The prototype failed\"%s}";

    private final String key = newKey();

    @Test
    void showsWhatAMoveWouldTouchAndChangesNothing() {
        create(key);
        walkTo(key, "product-ready");
        JsonNode before = read(key);
        Map<String, Instant> timers = timers(key);

        assertTouches(
                move(CAMPAIGN_MANAGER, "product-ready", TWO_DAYS_LATER.formatted(", \"dryRun\": true"), 200), true);
        assertTouches(move("sponsor", "product-ready", "{\"due\": \"2027-03-12\", \"dryRun\": true}", 200), true);

        assertThat(read(key)).isEqualTo(before);
        assertThat(timers(key)).isEqualTo(timers);
        assertThat(notices(key)).isEmpty();
    }

    @Test
    void movesEveryLaterDateAndTellsItsOwner() {
        create(key);
        walkTo(key, "product-ready");

        assertTouches(move(CAMPAIGN_MANAGER, "product-ready", TWO_DAYS_LATER.formatted(""), 200), false);

        assertThat(review(key).getDueDate()).isEqualTo("2027-03-12T17:00:00Z");
        assertThat(timers(key)).isEqualTo(Map.of("event_firstRungDue", Instant.parse("2027-03-12T13:00:00Z")));
        JsonNode campaign = read(key);
        assertThat(campaign.path("plannedLaunch").asText()).isEqualTo("2027-04-05T08:00:00Z");
        assertThat(campaign.at("/gates/0/dueAt").asText()).isEqualTo("2027-03-12T17:00:00Z");
        assertThat(campaign.at("/gates/2/dueAt").asText()).isEqualTo("2027-03-17T17:00:00Z");
        assertThat(told(key)).containsExactlyInAnyOrder("plan product", "plan sales", "plan campaign-managers");
        assertThat(notices(key))
                .allSatisfy(notice -> assertThat(notice.text()).contains("The prototype failed", CAMPAIGN_MANAGER));
    }

    @Test
    void movesTheLaunchThatIsWaitedFor() {
        create(key);
        walkTo(key, "convergence");
        decide(key, "APPROVED");
        assertThat(timers(key)).isEqualTo(Map.of("event_plannedLaunch", Instant.parse("2027-04-01T08:00:00Z")));

        JsonNode change = move("sponsor", "launch", "{\"due\": \"2027-04-08\", \"reason\": \"Rain\"}", 200);

        assertThat(timers(key)).isEqualTo(Map.of("event_plannedLaunch", Instant.parse("2027-04-08T08:00:00Z")));
        assertThat(change.at("/timers/0/element").asText()).isEqualTo("launch");
        assertThat(change.at("/timers/0/from").asText()).isEqualTo("2027-04-01T08:00:00Z");
        assertThat(change.at("/timers/0/to").asText()).isEqualTo("2027-04-08T08:00:00Z");
        assertThat(told(key)).containsExactly("plan campaign-managers");
        fire(key, "event_plannedLaunch");
        assertThat(read(key).path("state").asText()).isEqualTo("LAUNCHED");
    }

    @Test
    void bringsEveryDateBackWhereTheLastMoveIsTakenBack() {
        create(key);
        walkTo(key, "product-ready");
        JsonNode before = read(key);
        Map<String, Instant> timers = timers(key);

        move(CAMPAIGN_MANAGER, "sales-ready", "{\"due\": \"2027-03-08\", \"reason\": \"A trade fair\"}", 200);
        assertThat(read(key).path("plannedLaunch").asText()).startsWith("2027-03-23");
        JsonNode back =
                move(CAMPAIGN_MANAGER, "sales-ready", "{\"due\": \"2027-03-15\", \"reason\": \"No fair\"}", 200);

        assertThat(back.path("dates").findValuesAsText("id"))
                .as("product-ready was overtaken and not touched")
                .containsExactly("sales-ready", "launch");
        assertThat(read(key).path("plannedLaunch")).isEqualTo(before.path("plannedLaunch"));
        assertThat(read(key).path("gates")).isEqualTo(before.path("gates"));
        assertThat(read(key).path("conflicts")).isEmpty();
        assertThat(timers(key)).isEqualTo(timers);
    }

    @Test
    void movesNoTimerIntoThePast() {
        create(key);
        walkTo(key, "product-ready");
        Map<String, Instant> timers = timers(key);
        moveTo(MONDAY.plus(Duration.ofHours(12)));

        JsonNode change = move(CAMPAIGN_MANAGER, "product-ready", "{\"due\": \"2027-03-01\", \"reason\": \"x\"}", 200);

        assertThat(change.path("timers").findValuesAsText("element")).doesNotContain("product-ready");
        assertThat(timers(key)).isEqualTo(timers);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        create(key);

        assertProblem(patched(CAMPAIGN_MANAGER, "product-ready", "{\"due\": \"2027-03-12\"}"), 422, "reason");
        assertProblem(
                patched(CAMPAIGN_MANAGER, "product-ready", "{\"due\": \"2027-03-12\", \"reason\": \" \"}"),
                422,
                "reason");
        assertProblem(patched(CAMPAIGN_MANAGER, "product-ready", "{\"reason\": \"x\"}"), 400, "due");
        assertProblem(
                patched(CAMPAIGN_MANAGER, "product-ready", "{\"due\": \"later\", \"reason\": \"x\"}"), 400, "due");
        assertProblem(
                patched(CAMPAIGN_MANAGER, "product-ready", "{\"due\": \"2027-03-12\", \"reson\": \"x\"}"),
                400,
                "reson");
        assertProblem(
                patched(
                        CAMPAIGN_MANAGER,
                        "product-ready",
                        "{\"due\": \"2027-03-12\", \"reason\": \"" + "x".repeat(501) + "\"}"),
                400,
                "reason");
        assertThat(notices(key)).isEmpty();
    }

    @Test
    void movesOnlyDatesThatThePlanHas() {
        create(key);
        String body = TWO_DAYS_LATER.formatted("");

        assertProblem(patched(CAMPAIGN_MANAGER, "no-such-date", body), 404);
        assertProblem(patch(CAMPAIGN_MANAGER, "/api/campaigns/no-such-key/plan/launch", body), 404);
    }

    @Test
    void letsOnlyThoseMoveDatesWhoSteer() {
        create(key);
        String body = TWO_DAYS_LATER.formatted(", \"dryRun\": true");

        assertThat(patched(NOBODY, "product-ready", body).statusCode()).isEqualTo(401);
        assertProblem(patched("product", "product-ready", body), 403);
        assertProblem(patched("manager", "product-ready", body), 403);
        assertThat(patched("admin", "product-ready", body).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesThePlanOfALaunchedCampaignAlone() {
        create(key);
        walkTo(key, "convergence");
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");

        assertProblem(patched(CAMPAIGN_MANAGER, "launch", "{\"due\": \"2027-06-01\", \"reason\": \"Too late\"}"), 409);
    }

    private static void assertTouches(JsonNode change, boolean dryRun) {
        assertThat(change.path("id").asText()).isEqualTo("product-ready");
        assertThat(change.path("dryRun").asBoolean()).isEqualTo(dryRun);
        assertThat(change.path("workingDays").asInt()).isEqualTo(2);
        assertThat(change.path("dates").findValuesAsText("id"))
                .containsExactly("product-ready", "sales-ready", "launch");
        assertThat(change.path("dates").findValuesAsText("from"))
                .containsExactly("2027-03-10", "2027-03-15", "2027-04-01");
        assertThat(change.path("dates").findValuesAsText("to"))
                .containsExactly("2027-03-12", "2027-03-17", "2027-04-05");
        assertThat(change.path("timers").findValuesAsText("element")).containsExactly("product-ready", "launch");
        assertThat(change.path("timers").findValuesAsText("to"))
                .containsExactly("2027-03-12T17:00:00Z", "2027-04-05T08:00:00Z");
        assertThat(change.path("teams")).hasSize(3);
    }

    private JsonNode move(String user, String id, String body, int status) {
        return json(patched(user, id, body), status);
    }

    private java.net.http.HttpResponse<String> patched(String user, String id, String body) {
        return patch(user, "/api/campaigns/" + key + "/plan/" + id, body);
    }
}

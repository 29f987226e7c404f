package dev.convergence.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.SurfaceTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates that no calendar reaches, dates that are over, and what is decided. */
class PlanBoundsSurfaceTest extends SurfaceTest {

    private static final String MOVE = "{\"due\": \"%s\", \"reason\": \"A slip\"}";

    private String key;

    @BeforeEach
    void newCampaign() {
        key = newKey();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"9999-12-31\"",
                "\"0027-02-03\"",
                "\"2200-01-02\"",
                "\"2020-01-02\"",
                "\"2027-02-28T23:00:00.000Z\"",
                "20454",
                "[2027,3,1]"
            })
    void takesNoOtherDateIntoAPlan(String due) {
        ObjectNode campaign = campaign(key);
        ((ObjectNode) campaign.at("/plan/0")).set("due", json(due));

        assertProblem(post(CAMPAIGN_MANAGER, "/api/campaigns", campaign.toString()), 400, "plan[0].due");
        assertThat(get("sales", "/api/campaigns/" + key).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "plannedLaunch, 2020-01-02T09:00:00Z",
        "plannedEnd, 2020-01-02T09:00:00Z",
        "plannedLaunch, 9999-01-01T00:00:00Z"
    })
    void takesNoTimeThatIsOver(String field, String time) {
        ObjectNode campaign = campaign(key).put(field, time);

        assertProblem(post(CAMPAIGN_MANAGER, "/api/campaigns", campaign.toString()), 400, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-02T09:00Z", "9999-01-01T00:00Z", "2027-04-01"})
    void refusesThemInTheFormAsWell(String launch) {
        HttpResponse<String> answer = post(
                CAMPAIGN_MANAGER,
                "/engine-rest/process-definition/key/campaign/submit-form",
                """
                {"variables": {"campaignKey": {"value": "%s"}, "campaignName": {"value": "Name"},
                 "campaignType": {"value": "product-launch"}, "priority": {"value": "normal"},
                 "pattern": {"value": "sequential"}, "plannedLaunch": {"value": "%s"}}}"""
                        .formatted(key, launch));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("plannedLaunch");
    }

    @Test
    void takesToday() {
        ObjectNode campaign = campaign(key);
        ((ObjectNode) campaign.at("/plan/0")).put("due", "2027-03-01");

        json(post(CAMPAIGN_MANAGER, "/api/campaigns", campaign.toString()), 201);
    }

    @Test
    void replaysWhatWas() {
        startCampaign(key, Map.of("plannedLaunch", "2020-01-02T09:00:00Z"));

        assertThat(read(key).path("plannedLaunch").asText()).startsWith("2020-01-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-02", "9999-12-31"})
    void movesNothingThere(String due) {
        create(key);

        assertProblem(move("product-ready", due), 400, "due");
    }

    @Test
    void movesNothingElseBeyondTheCalendars() {
        create(key);

        assertProblem(move("product-ready", "2179-12-30"), 422, "due");
    }

    @Test
    void movesNothingElseToWhereNobodyCouldCountAnyMore() {
        ObjectNode campaign = campaign(key);
        campaign.set(
                "plan",
                json(
                        """
                        [{"id": "product-ready", "what": "Product", "group": "product", "due": "2027-06-01"},
                         {"id": "sales-ready", "what": "Sales", "group": "sales", "due": "2160-01-04"}]"""));
        json(post(CAMPAIGN_MANAGER, "/api/campaigns", campaign.toString()), 201);

        assertProblem(move("product-ready", "2090-01-03"), 422, "due");
        assertProblem(
                patch(
                        CAMPAIGN_MANAGER,
                        "/api/campaigns/" + key + "/plan/product-ready",
                        "{\"due\": \"2090-01-03\", \"reason\": \"A slip\", \"dryRun\": true}"),
                422,
                "due");
        assertThat(engine.getRuntimeService().getVariable(root().getId(), "plan"))
                .asString()
                .contains("2027-06-01", "2160-01-04");
    }

    @Test
    void leavesWhatIsDecidedWhereItIs() {
        create(key);
        walkTo(key, "product-ready");
        decide(key, "APPROVED");
        walkTo(key, "assets-ready");

        assertProblem(move("product-ready", "2027-03-12"), 409);
        assertProblem(
                patch(
                        CAMPAIGN_MANAGER,
                        "/api/campaigns/" + key + "/plan/product-ready",
                        "{\"due\": \"2027-03-12\", \"dryRun\": true}"),
                409);
        assertThat(told(key)).doesNotContain("plan sales");
    }

    @Test
    void ripplesRoundWhatIsDecided() {
        ObjectNode campaign = campaign(key);
        campaign.withArray("plan")
                .addObject()
                .put("id", "posters")
                .put("group", "marketing")
                .put("due", "2027-03-08");
        json(post(CAMPAIGN_MANAGER, "/api/campaigns", campaign.toString()), 201);
        walkTo(key, "product-ready");
        decide(key, "APPROVED");

        JsonNode change = json(move("posters", "2027-03-10"), 200);

        assertThat(change.path("dates").findValuesAsText("id"))
                .contains("posters", "sales-ready", "launch")
                .doesNotContain("product-ready");
        assertThat(planned("product-ready")).isEqualTo("2027-03-10");
        assertThat(planned("sales-ready")).isEqualTo("2027-03-17");
    }

    private String planned(String id) {
        JsonNode plan = json(planText());
        for (JsonNode entry : plan) {
            if (entry.path("id").asText().equals(id)) {
                return entry.path("due").asText();
            }
        }
        return "";
    }

    private String planText() {
        return engine.getRuntimeService().getVariable(root().getId(), "plan").toString();
    }

    private ProcessInstance root() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("campaign")
                .singleResult();
    }

    @Test
    void showsTheOthersBesideAPlanThatCannotBeRead() {
        String other = newKey();
        create(other);
        spoil();

        for (String path : new String[] {"/api/campaigns", "/api/campaigns/" + key, "/api/stalls"}) {
            assertThat(get("sales", path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get("sales", "/api/campaigns").body()).contains(other, key);
        assertThat(get("sales", "/api/campaigns/" + key).headers().allValues("Left-Out"))
                .anySatisfy(left -> assertThat(left).contains(key, "product-ready", "must lie between"));
        String token = json(post("sales", "/api/calendar/token", ""), 201)
                .path("token")
                .asText();
        HttpResponse<String> calendar = get(NOBODY, "/api/calendar.ics?token=" + token);
        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.body()).contains(other);
        assertThat(calendar.body().lines().filter(line -> line.contains(key)))
                .noneMatch(line -> line.contains("Cancelled"));
        delete("sales", "/api/calendar/token");
    }

    @Test
    void repairsItByTheSameDoor() {
        spoil();

        JsonNode change = json(move("product-ready", "2027-03-12"), 200);

        assertThat(change.at("/dates/0/to").asText()).isEqualTo("2027-03-12");
        assertThat(get("sales", "/api/campaigns/" + key).headers().allValues("Left-Out"))
                .noneMatch(left -> left.contains("product-ready"))
                .anyMatch(left -> left.contains("no-date"));
        json(move("no-date", "2027-03-15"), 200);
        assertThat(get("sales", "/api/campaigns/" + key).headers().allValues("Left-Out"))
                .isEmpty();
    }

    @Test
    void cancelsIt() {
        spoil();

        json(post(CAMPAIGN_MANAGER, "/api/campaigns/" + key + "/cancellation", "{\"rationale\": \"A typo\"}"), 200);
        assertThat(read(key).path("state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void decidesItsGates() {
        create(key);
        spoilPlan();
        walkTo(key, "product-ready");
        tick();

        assertThat(review(key).getDueDate().toInstant()).isBefore(now().plus(Duration.ofDays(30)));
        decide(key, "APPROVED");
        assertThat(read(key).at("/gates/0/outcome").asText()).isEqualTo("APPROVED");
    }

    @ParameterizedTest
    @CsvSource({"product-ready, userTask_reviewGate", "userTask_writeBrief, userTask_writeBrief"})
    void setsNoDateOfATaskThereFromOutside(String place, String taskKey) {
        create(key);
        walkTo(key, place);
        Task task = task(key, taskKey);
        Date before = task.getDueDate();

        for (String field : new String[] {"due", "followUp"}) {
            HttpResponse<String> answer = put(
                    "admin",
                    "/engine-rest/task/" + task.getId(),
                    "{\"name\": \"x\", \"%s\": \"9999-12-31T00:00:00.000+0000\"}".formatted(field));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains(field);
        }
        assertThat(task(key, taskKey).getDueDate()).isEqualTo(before);
        assertThat(task(key, taskKey).getFollowUpDate()).isNull();
    }

    @Test
    void showsTheOthersBesideAStallThatCannotBeFound() {
        String other = newKey();
        create(other);
        create(key);
        walkTo(key, "product-ready");
        engine.getTaskService().setVariableLocal(review(key).getId(), "stallId", 12L);

        HttpResponse<String> campaigns = get("sales", "/api/campaigns");

        assertThat(campaigns.statusCode()).as(campaigns.body()).isEqualTo(200);
        assertThat(campaigns.body()).contains(other, key);
        assertThat(campaigns.headers().allValues("Left-Out")).anyMatch(left -> left.startsWith("stall "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1000000000-01-01T00:00:00Z", "1772355600", "2027-03-01", "9999-12-31T00:00:00Z", "yesterday"})
    void namesTheParameterThatIsNoTime(String from) {
        create(key);

        assertProblem(get("sales", "/api/campaigns/" + key + "/readings?from=" + from), 400, "from");
        assertProblem(get("sales", "/api/campaigns/" + key + "/metrics?to=" + from), 400, "to");
    }

    private void spoil() {
        create(key);
        spoilPlan();
    }

    private void spoilPlan() {
        engine.getRuntimeService()
                .setVariable(
                        root().getId(),
                        "plan",
                        SpinValues.jsonValue(
                                        """
                                [{"id": "product-ready", "what": "Product", "group": "product", "due": "9999-12-31"},
                                 {"id": "sales-ready", "what": "Sales", "group": "sales", "due": "2027-03-15",
                                  "dependsOn": ["product-ready"]},
                                 {"id": "no-date", "what": "None", "group": "sales", "due": "soon"}]""")
                                .create());
    }

    private HttpResponse<String> move(String id, String due) {
        return patch(CAMPAIGN_MANAGER, "/api/campaigns/" + key + "/plan/" + id, MOVE.formatted(due));
    }
}

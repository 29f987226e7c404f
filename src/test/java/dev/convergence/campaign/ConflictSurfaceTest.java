package dev.convergence.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.SurfaceTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in the wrong order and touchpoints that contradict each other, from both sides of HTTP. */
class ConflictSurfaceTest extends SurfaceTest {

    private static final String RESOLVE_CONFLICT = "userTask_resolveConflict";
    private static final String LATE_RELEASE =
            """
            [{"id": "release", "what": "Release", "group": "product", "due": "2027-03-12"},
             {"id": "assets", "what": "Assets live", "group": "creative", "due": "2027-03-10", "dependsOn": ["release"]}]""";
    private static final String TWO_OFFERS =
            """
            [{"channel": "email", "offer": "20 %"}, {"channel": "ad", "offer": "30 %"}]""";
    private static final String EARLY_EMAIL =
            """
            [{"channel": "email", "goLive": "2027-03-10", "dependsOn": ["product-ready"]}]""";

    private final String key = newKey();

    @Test
    void flagsAReleaseOnFridayUnderAssetsThatAreLiveOnWednesday() {
        start("plan", LATE_RELEASE);

        assertThat(conflicts(key)).singleElement().satisfies(conflict -> {
            assertThat(conflict.path("kind").asText()).isEqualTo("scheduleConflict");
            assertThat(conflict.path("message").asText())
                    .contains("Assets live", "2027-03-10", "Release", "2027-03-12", "2 working days too early");
            assertThat(conflict.path("places").findValuesAsText("id")).containsExactly("assets", "release");
            assertThat(conflict.path("resolvedAt").isNull()).isTrue();
        });
        assertThat(incident().getIncidentType()).isEqualTo("scheduleConflict");
        assertThat(incident().getIncidentMessage()).contains("2 working days too early");
        assertThat(incident().getConfiguration())
                .isEqualTo(conflicts(key).get(0).path("id").asText());
        assertThat(told(key)).containsExactlyInAnyOrder("conflict creative", "conflict product");
        assertThat(read(key).path("alignmentIncidents").asInt()).isEqualTo(1);
        assertThat(read(key).path("conflicts")).hasSize(1);
    }

    @Test
    void closesTheConflictWhenTheDateMovesBackAndOpensItAgainWhenItMovesOn() {
        start("plan", LATE_RELEASE);

        JsonNode preview = json(move("release", "2027-03-10", true), 200);
        assertThat(preview.at("/conflicts/closes")).hasSize(1);
        assertThat(preview.at("/conflicts/opens")).isEmpty();
        assertThat(incidents(key)).hasSize(1);

        assertThat(json(move("release", "2027-03-10", false), 200)
                        .at("/conflicts/closes/0/kind")
                        .asText())
                .isEqualTo("scheduleConflict");
        assertThat(incidents(key)).isEmpty();
        assertThat(task(key, RESOLVE_CONFLICT)).isNull();
        assertThat(history()).singleElement().satisfies(incident -> assertThat(incident.isResolved())
                .isTrue());
        assertThat(conflicts(key).get(0).path("state").asText()).isEqualTo("RESOLVED");
        assertThat(conflicts(key).get(0).path("resolvedAt").asText()).isNotBlank();
        assertThat(told(key)).filteredOn("conflict product"::equals).hasSize(2);

        assertThat(json(move("assets", "2027-03-08", false), 200).at("/conflicts/opens"))
                .hasSize(1);
        assertThat(incidents(key)).hasSize(1);
        assertThat(read(key).path("alignmentIncidents").asInt()).isEqualTo(2);
        assertThat(read(key).path("conflicts")).hasSize(1);
    }

    @Test
    void keepsAConflictWhoseDatesMoveWithoutSettlingItAsOne() {
        start("plan", LATE_RELEASE);

        json(move("release", "2027-03-11", false), 200);

        assertThat(incidents(key)).hasSize(1);
        assertThat(conflicts(key)).singleElement().satisfies(conflict -> assertThat(
                        conflict.path("message").asText())
                .contains("2027-03-11", "1 working day too early"));
        assertThat(incident().getId()).isEqualTo(history().get(0).getId());
    }

    @Test
    void leavesTheSameConflictOfAnotherCampaignAlone() {
        String other = newKey();
        start("plan", LATE_RELEASE);
        start(other, "plan", LATE_RELEASE);

        json(move("release", "2027-03-10", false), 200);

        assertThat(incidents(key)).isEmpty();
        assertThat(incidents(other)).hasSize(1);
        assertThat(task(other, RESOLVE_CONFLICT)).isNotNull();
    }

    @Test
    void flagsATouchpointThatGoesLiveTooEarlyAndLetsItsNewDaySettleIt() {
        start("touchpoints", EARLY_EMAIL.replace("03-10", "03-09"));
        assertThat(conflicts(key)).singleElement().satisfies(conflict -> assertThat(
                        conflict.path("message").asText())
                .contains("email", "to go live on 2027-03-09", "Product is ready", "1 working day"));
        assertThat(told(key)).containsExactlyInAnyOrder("conflict marketing", "conflict product");

        JsonNode change =
                json(patchTouchpoint("marketing", "email", "{\"goLive\": \"2027-03-10\", \"reason\": \"x\"}"), 200);

        assertThat(change.at("/conflicts/closes")).hasSize(1);
        assertThat(incidents(key)).isEmpty();
        json(move("product-ready", "2027-03-11", false), 200);
        assertThat(incidents(key)).hasSize(1);
    }

    @Test
    void blocksTheConvergenceGateWhileTwoPlacesContradictEachOther() {
        start("touchpoints", TWO_OFFERS);
        assertThat(told(key)).containsExactly("conflict marketing");
        walkTo(key, "convergence");

        for (String outcome : List.of("APPROVED", "APPROVED_WITH_CONDITIONS")) {
            HttpResponse<String> refused = decideBy(outcome);
            assertProblem(refused, 422, "gateOutcome");
            assertThat(json(refused.body()).path("detail").asText())
                    .contains("email says “20 %”", "ad says “30 %”", "different subjects");
        }

        json(patchTouchpoint("marketing", "ad", "{\"offer\": \" 20\\u00a0% \", \"reason\": \"Agreed\"}"), 200);
        assertThat(incidents(key)).isEmpty();
        assertThat(decideBy("APPROVED").statusCode()).isEqualTo(200);
    }

    @Test
    void letsAScheduleConflictPassTheGate() {
        start("touchpoints", EARLY_EMAIL.replace("03-10", "03-09"));
        walkTo(key, "convergence");

        assertThat(decideBy("APPROVED").statusCode()).isEqualTo(200);
    }

    @Test
    void forgetsAtTheLaunchWhatNobodyCanSettleAnyMore() {
        start("touchpoints", EARLY_EMAIL.replace("03-10", "03-09"));
        walkTo(key, "convergence");
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");

        assertThat(task(key, RESOLVE_CONFLICT)).isNull();
        assertThat(incidents(key)).isEmpty();
        assertThat(conflicts(key).get(0).path("state").asText()).isEqualTo("LAPSED");
        assertThat(history()).singleElement().satisfies(incident -> assertThat(incident.isDeleted())
                .isTrue());
        assertProblem(patchTouchpoint("marketing", "email", "{\"offer\": \"5 %\", \"reason\": \"x\"}"), 409);
    }

    @Test
    void losesItsConflictsWhenItIsCancelled() {
        start("touchpoints", TWO_OFFERS);

        json(post(CAMPAIGN_MANAGER, "/api/campaigns/" + key + "/cancellation", "{\"rationale\": \"x\"}"), 200);

        assertThat(history()).singleElement().satisfies(incident -> assertThat(incident.isDeleted())
                .isTrue());
        assertThat(conflicts(key).get(0).path("state").asText()).isEqualTo("LAPSED");
        assertProblem(patchTouchpoint("marketing", "email", "{\"offer\": \"5 %\", \"reason\": \"x\"}"), 404);
    }

    @Test
    void settlesAMessageConflictInTheTasksForm() {
        start("touchpoints", TWO_OFFERS);
        Task task = task(key, RESOLVE_CONFLICT);
        assertThat(candidates(task)).containsExactly("marketing");

        assertRefused(submit(task, "{}"), "agreedValue");
        assertThat(submit(task, "{\"agreedValue\": {\"value\": \"25 %\"}}").statusCode())
                .isEqualTo(204);

        assertThat(touchpoints().findValuesAsText("offer")).containsExactly("25 %", "25 %");
        assertThat(incidents(key)).isEmpty();
        assertThat(history()).singleElement().satisfies(incident -> assertThat(incident.isResolved())
                .isTrue());
        assertThat(conflicts(key).get(0).path("state").asText()).isEqualTo("RESOLVED");
        assertThat(engine.getRuntimeService()
                        .getVariable(instanceIds(key).iterator().next(), "agreedValue"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "price      | {'amount': 20, 'currency': 'EUR'} | {'amount': 19.99, 'currency': 'EUR'} | 19.99 EUR | a lot",
                "validUntil | '2027-05-01'                      | '2027-05-31'                         | 2027-06-01 | in June",
                "claims     | {'Battery life': '8 h'}           | {'battery  life': '10 h'}            | 9 h       | ``",
            })
    void agreesOnAnyFact(String field, String one, String other, String agreed, String wrong) {
        String touchpoint = "{\"channel\": \"%s\", \"%s\": %s}";
        start(
                "touchpoints",
                "[" + touchpoint.formatted("email", field, one.replace('\'', '"')) + ","
                        + touchpoint.formatted("ad", field, other.replace('\'', '"')) + "]");
        Task task = task(key, RESOLVE_CONFLICT);

        assertRefused(
                submit(task, "{\"agreedValue\": {\"value\": \"%s\"}}".formatted(wrong == null ? "" : wrong)),
                "agreedValue");
        assertThat(submit(task, "{\"agreedValue\": {\"value\": \"%s\"}}".formatted(agreed))
                        .statusCode())
                .isEqualTo(204);

        assertThat(incidents(key)).isEmpty();
        assertThat(read(key).path("conflicts")).isEmpty();
    }

    @Test
    void settlesAScheduleConflictInTheTasksForm() {
        start("plan", LATE_RELEASE);
        Task task = task(key, RESOLVE_CONFLICT);

        assertRefused(submit(task, "{}"), "movedEntry");
        assertRefused(submit(task, answer("launch", "2027-03-12", "x")), "movedEntry");
        assertRefused(submit(task, answer("assets", "soon", "x")), "newDate");
        assertRefused(submit(task, answer("assets", "2027-03-12", "")), "reason");
        assertRefused(submit(task, answer("assets", "2027-03-11", "x")), "newDate");
        assertThat(incidents(key)).hasSize(1);
        assertThat(submit(task, answer("assets", "2027-03-12", "It is what it is"))
                        .statusCode())
                .isEqualTo(204);

        assertThat(incidents(key)).isEmpty();
        assertThat(conflicts(key).get(0).path("state").asText()).isEqualTo("RESOLVED");
        assertThat(notices(key)).anySatisfy(notice -> assertThat(notice.text())
                .contains("Assets live", "2027-03-12", "It is what it is", "marketing"));
        assertThat(json(move("release", "2027-03-12", true), 200).path("dates")).isEmpty();
    }

    @Test
    void movesWhatIsNeededOrATouchpointInTheTasksFormAsWell() {
        start("plan", LATE_RELEASE);
        assertThat(submit(task(key, RESOLVE_CONFLICT), answer("release", "2027-03-09", "Early"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(incidents(key)).isEmpty();

        String other = newKey();
        start(other, "touchpoints", EARLY_EMAIL.replace("03-10", "03-09"));
        assertThat(submit(task(other, RESOLVE_CONFLICT), answer("email", "2027-03-10", "Late"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(incidents(other)).isEmpty();
        assertThat(json(get("legal", "/api/campaigns/" + other + "/touchpoints"), 200)
                        .at("/0/goLive")
                        .asText())
                .isEqualTo("2027-03-10");
    }

    @Test
    void opensAnotherConflictThatAnAnswerBringsAbout() {
        start(
                "touchpoints",
                "[{\"channel\": \"email\", \"offer\": \"20 %\", \"price\": {\"amount\": 5, \"currency\": \"EUR\"}},"
                        + "{\"channel\": \"ad\", \"offer\": \"30 %\", \"price\": {\"amount\": 6, \"currency\": \"EUR\"}}]");
        List<Task> open = tasks(key).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(RESOLVE_CONFLICT))
                .toList();
        assertThat(open).hasSize(2);

        assertThat(submit(open.get(0), "{\"agreedValue\": {\"value\": \"25 %\"}}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(incidents(key)).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .startsWith("price:"));
        assertThat(read(key).path("alignmentIncidents").asInt()).isEqualTo(2);
    }

    @Test
    void replacesTheTouchpointsAndNumbersThoseOfOneChannel() {
        create(key);

        JsonNode change = json(
                put(
                        "marketing",
                        "/api/campaigns/" + key + "/touchpoints",
                        "{\"reason\": \"New\", \"touchpoints\": [{\"channel\": \"ad\", \"offer\": \"1\"},"
                                + " {\"channel\": \"ad\", \"offer\": \"2\"}, {\"channel\": \"ad\", \"id\": \"hero\"}]}"),
                200);

        assertThat(touchpoints().findValuesAsText("id")).containsExactly("ad", "ad-2", "hero");
        assertThat(change.at("/conflicts/opens")).hasSize(1);
        assertThat(incidents(key)).hasSize(1);
        assertThat(told(key)).containsExactly("touchpoints marketing", "conflict marketing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'channel': 'a', 'goLive': '2027-03-10', 'dependsOn': ['product-ready', 'nope']} | 422 | touchpoints[0].dependsOn[1]",
                "{'channel': 'a', 'goLive': 'soon', 'dependsOn': ['product-ready']} | 422 | touchpoints[0].goLive",
                "{'channel': 'a', 'dependsOn': ['product-ready']} | 422 | touchpoints[0].goLive",
                "{'channel': 'a', 'validFrom': '2027-03-10', 'validUntil': '2027-03-09'} | 422 | touchpoints[0].validUntil",
                "{'channel': 'a', 'validFrom': 'soon'} | 400 | touchpoints[0].validFrom",
                "{'channel': 'a', 'price': {'amount': 1, 'currency': 'euro'}} | 400 | touchpoints[0].price.currency",
                "{'channel': 'a', 'price': {'amount': 1, 'currency': 'XYZ'}} | 422 | touchpoints[0].price.currency",
                "{'channel': 'a', 'price': {'amount': -1, 'currency': 'EUR'}} | 400 | touchpoints[0].price.amount",
                "{'channel': 'a', 'price': {'currency': 'EUR'}} | 400 | touchpoints[0].price.amount",
                "{'channel': 'a', 'id': 'a/b'} | 400 | touchpoints[0].id",
                "{'channel': 'a', 'id': 'x'}, {'channel': 'b', 'id': 'x'} | 422 | touchpoints[1].id",
            })
    void namesTheFieldOfATouchpointThatIsWrong(String touchpoint, int status, String field) {
        String list = "[" + touchpoint.replace('\'', '"') + "]";
        ObjectNode campaign = campaign(key);
        campaign.set("touchpoints", json(list));

        assertProblem(post(CAMPAIGN_MANAGER, "/api/campaigns", campaign.toString()), status, field);
        create(key);
        assertProblem(
                put(
                        "marketing",
                        "/api/campaigns/" + key + "/touchpoints",
                        "{\"reason\": \"x\", \"touchpoints\": " + list + "}"),
                status,
                field);
        assertThat(touchpoints()).hasSize(1);
    }

    @Test
    void leavesAGoLiveInWordsAloneWhereNothingDependsOnIt() {
        start("touchpoints", "[{\"channel\": \"email\", \"goLive\": \"in spring\"}]");

        assertThat(conflicts(key)).isEmpty();
    }

    @Test
    void letsOnlyThoseChangeTouchpointsWhoOwnOrSteerThem() {
        create(key);
        String body = "{\"offer\": \"5 %\", \"reason\": \"x\"}";

        assertProblem(patchTouchpoint("product", "email", body), 403);
        assertProblem(patchTouchpoint("manager", "email", body), 403);
        assertProblem(patchTouchpoint("marketing", "nowhere", body), 404);
        assertProblem(patchTouchpoint("marketing", "email", "{\"offer\": \"5 %\"}"), 400, "reason");
        assertProblem(patchTouchpoint("marketing", "email", "{\"channel\": \"\", \"reason\": \"x\"}"), 422, "channel");
        assertProblem(patch("marketing", "/api/campaigns/nowhere/touchpoints/email", body), 404);
        assertProblem(get("marketing", "/api/campaigns/nowhere/conflicts"), 404);
        assertProblem(get("marketing", "/api/campaigns/nowhere/touchpoints"), 404);
    }

    @Test
    void showsTheConflictOnItsFormAndOnTheGates() {
        start("touchpoints", TWO_OFFERS);
        walkTo(key, "product-ready");

        JsonNode dossier = dossier(task(key, RESOLVE_CONFLICT));
        assertThat(dossier.at("/conflict/places").findValuesAsText("says")).containsExactly("20 %", "30 %");
        assertThat(dossier.at("/conflict/schedule").asBoolean()).isFalse();
        assertThat(dossier(review(key)).path("conflicts")).hasSize(1);
        assertThat(dossier(review(key)).path("conflict")).isEmpty();
    }

    private JsonNode dossier(Task task) {
        JsonNode variables = json(get("admin", "/engine-rest/task/" + task.getId() + "/form-variables"), 200);
        return json(variables.at("/dossier/value").asText());
    }

    private void start(String field, String value) {
        start(key, field, value);
    }

    private void start(String campaign, String field, String value) {
        ObjectNode request = campaign(campaign);
        request.set(field, json(value));
        json(post(CAMPAIGN_MANAGER, "/api/campaigns", request.toString()), 201);
    }

    private JsonNode conflicts(String campaign) {
        return json(get("legal", "/api/campaigns/" + campaign + "/conflicts"), 200);
    }

    private JsonNode touchpoints() {
        return json(get("legal", "/api/campaigns/" + key + "/touchpoints"), 200);
    }

    private Incident incident() {
        return incidents(key).get(0);
    }

    private List<HistoricIncident> history() {
        String id = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("campaign")
                .singleResult()
                .getId();
        return engine.getHistoryService()
                .createHistoricIncidentQuery()
                .processInstanceId(id)
                .list();
    }

    private HttpResponse<String> move(String id, String due, boolean dryRun) {
        return patch(
                CAMPAIGN_MANAGER,
                "/api/campaigns/" + key + "/plan/" + id,
                "{\"due\": \"%s\", \"reason\": \"x\", \"dryRun\": %s}".formatted(due, dryRun));
    }

    private HttpResponse<String> patchTouchpoint(String user, String id, String body) {
        return patch(user, "/api/campaigns/" + key + "/touchpoints/" + id, body);
    }

    private HttpResponse<String> decideBy(String outcome) {
        return post(
                CAMPAIGN_MANAGER,
                "/api/campaigns/" + key + "/gates/convergence/decision",
                "{\"outcome\": \"%s\", \"comment\": \"x\", \"conditions\": [{\"what\": \"x\"}]}".formatted(outcome));
    }

    private static String answer(String moved, String day, String reason) {
        return "{\"movedEntry\": {\"value\": \"%s\"}, \"newDate\": {\"value\": \"%s\"}, \"reason\": {\"value\": \"%s\"}}"
                .formatted(moved, day, reason);
    }

    private HttpResponse<String> submit(Task task, String variables) {
        return post(
                "marketing",
                "/engine-rest/task/" + task.getId() + "/submit-form",
                "{\"variables\": " + variables + "}");
    }

    private static void assertRefused(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(field);
    }
}

package dev.convergence.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StallSurfaceTest extends SurfaceTest {

    private static final String BECAUSE = "\"rationale\": \"She is on holiday\"";

    private final String key = newKey();

    @Test
    void listsWhatIsStalled() {
        String id = stallAtGate();
        moveTo(Instant.parse("2027-03-11T14:30:00Z"));

        JsonNode stall = stall();

        assertThat(stall.path("id").asText()).isEqualTo(id);
        assertThat(stall.path("kind").asText()).isEqualTo("stalledGate");
        assertThat(stall.path("campaign").asText()).isEqualTo(key);
        assertThat(stall.path("element").asText()).isEqualTo("product-ready");
        assertThat(stall.path("name").asText()).isEqualTo("Product ready");
        assertThat(stall.path("cause").asText()).contains("Product ready", "Spring sale", "marketing");
        assertThat(stall.at("/waitingFor/group").asText()).isEqualTo("marketing");
        assertThat(stall.at("/waitingFor/user").isNull()).isTrue();
        assertThat(stall.path("dueAt").asText()).isEqualTo("2027-03-10T17:00:00Z");
        assertThat(stall.path("overdue").asText()).isEqualTo("PT6H30M");
        assertThat(stall.path("rung").asText()).isEqualTo("manager");
        assertThat(stall.path("taskId").asText()).isEqualTo(review(key).getId());
        assertThat(read(key).path("stalls")).containsExactly(stall);
    }

    @Test
    void listsADroppedHandoffAndWhoClaimedIt() {
        String id = stallAtHandoff();
        engine.getTaskService().claim(task(key, "userTask_acceptHandoff").getId(), "sales");

        JsonNode stall = stall();

        assertThat(stall.path("id").asText()).isEqualTo(id);
        assertThat(stall.path("kind").asText()).isEqualTo("droppedHandoff");
        assertThat(stall.path("element").asText()).isEqualTo("assets-to-sales");
        assertThat(stall.at("/waitingFor/group").asText()).isEqualTo("sales");
        assertThat(stall.at("/waitingFor/user").asText()).isEqualTo("sales");
    }

    @Test
    void listsTheLongestStandingFirst() {
        String other = newKey();
        create(other);
        stallAtGate();
        walkTo(other, "product-ready");
        climb(other, 3);

        List<String> campaigns = json(get("sales", "/api/stalls"), 200).findValuesAsText("campaign");

        assertThat(campaigns.stream().filter(List.of(key, other)::contains)).containsExactly(key, other);
    }

    @Test
    void tellsTheStallsOfOneCampaignFromThoseOfAnother() {
        String other = newKey();
        create(other);
        String still = newKey();
        create(still);
        String id = stallAtGate();
        walkTo(other, "userTask_acceptHandoff");
        climb(other, 3);
        walkTo(still, "product-ready");

        assertThat(read(key).path("stalls").findValuesAsText("id")).containsExactly(id);
        assertThat(read(other).path("stalls").findValuesAsText("kind")).containsExactly("droppedHandoff");
        assertThat(read(still).path("stalls")).isEmpty();
        json(get("sales", "/api/campaigns?max=200"), 200)
                .forEach(campaign -> assertThat(campaign.path("stalls").findValuesAsText("campaign"))
                        .allMatch(campaign.path("key").asText()::equals));
        assertThat(onTheReviewOf(still)).isEmpty();
        assertThat(onTheReviewOf(key).findValuesAsText("name")).containsExactly("Product ready");
    }

    private JsonNode onTheReviewOf(String campaign) {
        String path = "/engine-rest/task/" + review(campaign).getId() + "/form-variables";
        return json(json(get("marketing", path), 200).at("/dossier/value").asText())
                .path("stalls");
    }

    @ParameterizedTest
    @CsvSource({
        "reminder,     {}",
        "extension,    '{\"due\": \"2027-04-01\", \"rationale\": \"x\"}'",
        "reassignment, '{\"group\": \"legal\", \"rationale\": \"x\"}'",
        "waiver,       '{\"rationale\": \"x\"}'",
    })
    void letsThoseActWhoseWorkItIs(String action, String body) {
        String id = stallAtGate();

        assertThat(act(NOBODY, id, action, body).statusCode()).isEqualTo(401);
        assertProblem(act("product", id, action, body), 403);
        assertProblem(act("process-owner", id, action, body), 403);
        assertProblem(act("manager", "no-such-stall", action, body), 404);
        assertThat(stall().path("id").asText()).isEqualTo(id);
        assertThat(act("manager", id, action, body).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "campaign-manager", "sponsor", "admin"})
    void remindsWhoIsWaitedFor(String user) {
        String id = stallAtGate();

        assertThat(act(user, id, "reminder", "{\"rationale\": \"Please\"}").statusCode())
                .isEqualTo(200);
        assertThat(send(request(user, "/api/stalls/" + id + "/reminder")
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);

        assertThat(told(key)).endsWith("reminder marketing", "reminder marketing");
        assertThat(notices(key).get(1).text()).contains(user, "Please");
        assertThat(stall().path("id").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "extension,    '{\"due\": \"2027-04-01\"}',                            400, rationale",
        "extension,    '{\"due\": \"2027-04-01\", \"rationale\": \" \"}',      400, rationale",
        "extension,    '{\"rationale\": \"x\"}',                               400, due",
        "extension,    '{\"due\": \"later\", \"rationale\": \"x\"}',           422, due",
        "extension,    '{\"due\": \"2027-03-01\", \"rationale\": \"x\"}',      422, due",
        "extension,    '{\"due\": \"2027-04-01\", \"rationale\": \"x\", \"a\": 1}', 400, a",
        "reassignment, '{\"group\": \"legal\"}',                               400, rationale",
        "reassignment, '{\"rationale\": \"x\"}',                               422, user",
        "reassignment, '{\"user\": \"legal\", \"group\": \"legal\", \"rationale\": \"x\"}', 422, user",
        "reassignment, '{\"user\": \"stranger\", \"rationale\": \"x\"}',       422, user",
        "reassignment, '{\"group\": \"strangers\", \"rationale\": \"x\"}',     422, group",
        "waiver,       '{}',                                                   400, rationale",
        "waiver,       '{\"rationale\": \"\"}',                                400, rationale",
        "reminder,     '{\"rationale\": 1}',                                  400, rationale",
        "reminder,     '{\"rationale\": \"1\", \"text\": \"x\"}',              400, text",
    })
    void namesTheFieldThatIsWrong(String action, String body, int status, String field) {
        String id = stallAtGate();
        int told = told(key).size();

        assertProblem(act("manager", id, action, body), status, field);

        assertThat(stall().path("id").asText()).isEqualTo(id);
        assertThat(told(key)).hasSize(told);
    }

    @Test
    void givesMoreTime() {
        String id = stallAtGate();

        json(act("manager", id, "extension", "{\"due\": \"2027-03-22\", " + BECAUSE + "}"), 200);

        assertThat(stalls()).isEmpty();
        assertThat(review(key).getDueDate()).isEqualTo("2027-03-22T17:00:00Z");
        assertThat(timers(key)).isEqualTo(Map.of("event_nextRungDue", Instant.parse("2027-03-22T13:00:00Z")));
        assertThat(told(key)).endsWith("extension marketing");
        assertThat(incident(id).isResolved()).isTrue();
        assertThat(incident(id).getAnnotation()).contains("manager", "She is on holiday");
        assertProblem(act("manager", id, "extension", "{\"due\": \"2027-03-23\", " + BECAUSE + "}"), 404);
    }

    @Test
    void givesMoreTimeToTheMinute() {
        String id = stallAtGate();

        json(act("sponsor", id, "extension", "{\"due\": \"2027-03-22T10:15:00Z\", " + BECAUSE + "}"), 200);

        assertThat(review(key).getDueDate()).isEqualTo("2027-03-22T10:15:00Z");
    }

    @Test
    void reassignsToAPerson() {
        String id = stallAtGate();

        json(act("manager", id, "reassignment", "{\"user\": \"legal\", " + BECAUSE + "}"), 200);

        assertThat(review(key).getAssignee()).isEqualTo("legal");
        assertThat(stall().at("/waitingFor/user").asText()).isEqualTo("legal");
        assertThat(told(key)).contains("reassignment user:legal", "reassignment marketing");
        as("legal", () -> decide(key, "APPROVED"));
        assertThat(stalls()).isEmpty();
    }

    @Test
    void reassignsToAGroup() {
        String id = stallAtGate();

        json(act("manager", id, "reassignment", "{\"group\": \"legal\", " + BECAUSE + "}"), 200);

        assertThat(candidates(review(key))).contains("legal").doesNotContain("marketing");
        assertThat(stall().at("/waitingFor/group").asText()).isEqualTo("legal");
        assertThat(told(key)).contains("reassignment legal", "reassignment marketing");
    }

    @Test
    void waivesAGate() {
        String id = stallAtGate();

        json(act("manager", id, "waiver", "{" + BECAUSE + "}"), 200);

        JsonNode gate = read(key).at("/gates/0");
        assertThat(gate.path("outcome").asText()).isEqualTo("WAIVED");
        assertThat(gate.path("decidedBy").asText()).isEqualTo("manager");
        assertThat(gate.path("comment").asText()).isEqualTo("She is on holiday");
        assertThat(stalls()).isEmpty();
        assertThat(told(key)).contains("waiver marketing");
        assertThat(task(key, "userTask_writeMessages")).isNotNull();
        assertThat(incident(id).isResolved()).isTrue();
    }

    @Test
    void tellsTheAccountableGroupAlsoWhereSomebodyHasClaimedIt() {
        String id = stallAtGate();
        engine.getTaskService().claim(review(key).getId(), "marketing");

        json(act("manager", id, "waiver", "{" + BECAUSE + "}"), 200);

        assertThat(told(key)).contains("waiver user:marketing", "waiver marketing");
    }

    @Test
    void refusesTheWaiverOfWhoeverDidTheWorkAndSaysWhy() {
        String author = person("product", "managers");
        create(key);
        walkTo(key, "userTask_finaliseProduct");
        as(author, () -> complete(key, "userTask_finaliseProduct", Map.of("finaliseProductResult", "Done")));
        climb(key, 3);
        String id = stall().path("id").asText();

        HttpResponse<String> answer = act(author, id, "waiver", "{" + BECAUSE + "}");

        assertProblem(answer, 403);
        assertThat(json(answer.body()).path("detail").asText())
                .contains("You may not waive Product ready", "work of their own", "Ask somebody else");
        assertProblem(
                act("manager", id, "reassignment", "{\"user\": \"" + author + "\", " + BECAUSE + "}"), 422, "user");
        assertThat(stall().path("id").asText()).isEqualTo(id);
        assertThat(told(key)).doesNotContain("waiver marketing", "reassignment marketing");
        json(act("manager", id, "waiver", "{" + BECAUSE + "}"), 200);
    }

    @Test
    void isReassignedByNobodyToThemselves() {
        String id = stallAtGate();
        String alone = "alone-" + key;
        engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup(alone));
        String manager = person("campaign-managers", alone);

        assertProblem(
                act(manager, id, "reassignment", "{\"user\": \"" + manager + "\", " + BECAUSE + "}"), 422, "user");
        assertProblem(
                act(manager, id, "reassignment", "{\"group\": \"" + alone + "\", " + BECAUSE + "}"), 422, "group");
        json(act(manager, id, "reassignment", "{\"group\": \"campaign-managers\", " + BECAUSE + "}"), 200);

        assertProblem(decideByApi(manager), 403);
        assertThat(decideByApi(manager).body()).contains(manager + " gave it to somebody else");
        json(decideByApi("campaign-manager"), 200);
    }

    private HttpResponse<String> decideByApi(String user) {
        return post(user, "/api/campaigns/" + key + "/gates/product-ready/decision", "{\"outcome\": \"APPROVED\"}");
    }

    private String person(String... groups) {
        IdentityService identity = engine.getIdentityService();
        User user = identity.newUser("stall-" + newKey());
        user.setPassword(user.getId());
        identity.saveUser(user);
        for (String group : groups) {
            identity.createMembership(user.getId(), group);
        }
        return user.getId();
    }

    @Test
    void waivesAHandoff() {
        String id = stallAtHandoff();

        json(act("sponsor", id, "waiver", "{" + BECAUSE + "}"), 200);

        JsonNode handoff = read(key).at("/handoffs/0");
        assertThat(handoff.path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(handoff.path("answeredBy").asText()).isEqualTo("sponsor");
        assertThat(task(key, "userTask_enableSales")).isNotNull();
    }

    @Test
    void takesNoIncidentForAStallThatOnlyRepeatsOne() {
        String id = stallAtGate();
        List<String> repeated = incidents(key).stream()
                .map(incident -> incident.getId())
                .filter(other -> !other.equals(id))
                .toList();

        assertThat(repeated).hasSize(2);
        repeated.forEach(other -> assertProblem(act("manager", other, "waiver", "{" + BECAUSE + "}"), 404));
    }

    @Test
    void letsOneOfTwoWin() throws Exception {
        String id = stallAtGate();

        List<Integer> statuses = atOnce(2, () -> act("manager", id, "waiver", "{" + BECAUSE + "}"));

        assertThat(statuses.get(0)).isEqualTo(200);
        assertThat(statuses.get(1)).isIn(404, 409);
        assertThat(told(key).stream().filter("waiver marketing"::equals)).hasSize(1);
    }

    @Test
    void letsOneOfEightWinAndNobodyFall() throws Exception {
        String id = stallAtHandoff();

        List<Integer> statuses = atOnce(8, () -> act("manager", id, "waiver", "{" + BECAUSE + "}"));

        assertThat(statuses.get(0)).isEqualTo(200);
        assertThat(statuses.subList(1, 8)).isSubsetOf(404, 409);
    }

    @Test
    void letsOneWinWhereOneDecidesAndOthersGiveMoreTime() throws Exception {
        String id = stallAtGate();

        List<Integer> statuses =
                atOnce(4, () -> act("manager", id, "extension", "{\"due\": \"2027-03-22\", " + BECAUSE + "}"));

        assertThat(statuses).contains(200).isSubsetOf(200, 404, 409);
        assertThat(stalls()).isEmpty();
    }

    private String stallAtGate() {
        create(key);
        walkTo(key, "product-ready");
        climb(key, 3);
        return stall().path("id").asText();
    }

    private String stallAtHandoff() {
        create(key);
        walkTo(key, "userTask_acceptHandoff");
        climb(key, 3);
        return stall().path("id").asText();
    }

    private JsonNode stall() {
        assertThat(stalls()).hasSize(1);
        return stalls().get(0);
    }

    private List<JsonNode> stalls() {
        return StreamSupport.stream(json(get("sales", "/api/stalls"), 200).spliterator(), false)
                .filter(stall -> key.equals(stall.path("campaign").asText()))
                .toList();
    }

    private HttpResponse<String> act(String user, String id, String action, String body) {
        return post(user, "/api/stalls/" + id + "/" + action, body);
    }

    private HistoricIncident incident(String id) {
        return engine.getHistoryService()
                .createHistoricIncidentQuery()
                .incidentId(id)
                .singleResult();
    }
}

package dev.convergence.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.LostRaces;
import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A click that comes at the same moment as a job is done all the same, by whatever door. */
class LostRaceSurfaceTest extends SurfaceTest {

    private static final String REST = "/engine-rest";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String APPROVAL = "{\"variables\": {\"gateOutcome\": {\"value\": \"APPROVED\"}}}";

    private final String key = newKey();

    @Test
    void aDecisionAtTheApi() {
        create(key);
        walkTo(key, "product-ready");

        assertDone(
                () -> post(
                        "marketing",
                        "/api/campaigns/" + key + "/gates/product-ready/decision",
                        "{\"outcome\": \"APPROVED\"}"),
                200);

        assertThat(json(get("sales", "/api/campaigns/" + key + "/decisions"), 200))
                .hasSize(1);
    }

    @Test
    void aCancellation() {
        create(key);

        assertDone(
                () -> post(
                        CAMPAIGN_MANAGER,
                        "/api/campaigns/" + key + "/cancellation",
                        "{\"rationale\": \"The partner withdrew\"}"),
                200);

        assertThat(read(key).path("state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void aStart() {
        assertDone(() -> post(CAMPAIGN_MANAGER, "/api/campaigns", campaign(key).toString()), 201);

        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .processDefinitionKey("campaign")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aChangeOfThePlan() {
        create(key);

        assertDone(
                () -> patch(
                        CAMPAIGN_MANAGER,
                        "/api/campaigns/" + key + "/plan/sales-ready",
                        "{\"due\": \"2027-03-16\", \"reason\": \"Training takes a day more\"}"),
                200);
    }

    @ParameterizedTest
    @ValueSource(strings = {REST, WEBAPPS})
    void aDecisionAtTheEngine(String door) throws Exception {
        for (String way : new String[] {"complete", "submit-form", "resolve"}) {
            String campaign = newKey();
            create(campaign);
            walkTo(campaign, "product-ready");
            Task review = review(campaign);
            if (way.equals("resolve")) {
                engine.getTaskService().setOwner(review.getId(), CAMPAIGN_MANAGER);
                engine.getTaskService().delegateTask(review.getId(), "marketing");
            }
            Door person = door(door, "marketing");

            assertDone(() -> person.call("POST", "/task/" + review.getId() + "/" + way, APPROVAL), 204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {REST, WEBAPPS})
    void whatElseIsDoneWithATask(String door) throws Exception {
        create(key);
        walkTo(key, "product-ready");
        String task = "/task/" + review(key).getId();
        Door person = door(door, "marketing");
        Door administrator = door(door, "admin");

        assertDone(() -> person.call("POST", task + "/claim", "{\"userId\": \"marketing\"}"), 204);
        assertDone(() -> person.call("POST", task + "/unclaim", ""), 204);
        assertDone(() -> administrator.call("POST", task + "/assignee", "{\"userId\": \"marketing\"}"), 204);
        assertDone(() -> person.call("POST", task + "/comment/create", "{\"message\": \"Looks well\"}"), 200);
    }

    /** Read, changed and written by one operation in three commands: what was read must be read again. */
    @ParameterizedTest
    @ValueSource(strings = {REST, WEBAPPS})
    void aDateOfATask(String door) throws Exception {
        create(key);
        walkTo(key, "product-ready");
        Task review = review(key);
        Door person = door(door, "admin");
        String body = """
                {"name": "%s", "due": "2027-03-20T10:00:00.000+0000", "priority": 50}"""
                .formatted(review.getName());

        assertDone(() -> person.call("PUT", "/task/" + review.getId() + "/", body), 204);

        assertThat(review(key).getDueDate()).isEqualTo("2027-03-20T10:00:00Z");
    }

    @Test
    void anotherPersonsDecisionIsNotDoneOver() throws Exception {
        create(key);
        walkTo(key, "product-ready");
        Task review = review(key);
        decide(key, "APPROVED");

        for (String door : new String[] {REST, WEBAPPS}) {
            HttpResponse<String> late =
                    door(door, "marketing").call("POST", "/task/" + review.getId() + "/complete", APPROVAL);
            assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
        }
        assertProblem(
                post(
                        "marketing",
                        "/api/campaigns/" + key + "/gates/product-ready/decision",
                        "{\"outcome\": \"APPROVED\"}"),
                409);
    }

    private interface Click {
        HttpResponse<String> make() throws Exception;
    }

    private static void assertDone(Click click, int status) {
        try (LostRaces races = LostRaces.begin()) {
            HttpResponse<String> answer = click.make();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(races.lost()).isNotEmpty();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Somebody at one of the doors of the engine. */
    private interface Door {
        HttpResponse<String> call(String method, String path, String body) throws Exception;
    }

    private Door door(String root, String user) throws Exception {
        if (root.equals(WEBAPPS)) {
            WebappSession session = new WebappSession(address("/"));
            session.logIn(user, "tasklist");
            return (method, path, body) -> session.call(method, root + path, body);
        }
        return (method, path, body) -> send(request(user, root + path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }
}

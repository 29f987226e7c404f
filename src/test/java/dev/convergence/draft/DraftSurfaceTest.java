package dev.convergence.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.SurfaceTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts over HTTP, beside the tasks in which they are made. */
class DraftSurfaceTest extends SurfaceTest {

    private static final String PRODUCT = "product-track";
    private static final String MARKETING = "marketing-track";

    private static final String FIRST =
            """
            {"makeDraftResult": {"value": "Text"}, "makeDraftLinks": {"value": "https://docs.example.com"}}""";

    private final String key = newKey();

    @BeforeEach
    void tracksOfACampaign() {
        create(key);
        start(PRODUCT, "Product");
        start(MARKETING, "Marketing");
    }

    @Test
    void listsTheTracksWithAllThatTheyShared() {
        json(share("product", first(PRODUCT)), 201);
        json(share("creative", first(MARKETING)), 201);
        json(share("product", next(PRODUCT)), 201);

        JsonNode drafts = drafts();

        assertThat(drafts.findValuesAsText("name")).containsExactlyInAnyOrder("Product", "Marketing");
        JsonNode product = track(PRODUCT);
        assertThat(product.path("underWay").asBoolean()).isTrue();
        assertThat(product.path("versions").findValuesAsText("version")).containsExactly("1", "2");
        JsonNode second = product.at("/versions/1");
        assertThat(second.path("result").asText()).isEqualTo("Text");
        assertThat(second.path("links").asText()).isEqualTo("https://docs.example.com");
        assertThat(second.path("changes").asText()).isEqualTo("The price");
        assertThat(second.path("sharedBy").asText()).isEqualTo("product");
        assertThat(second.path("sharedFor").isNull()).isTrue();
        assertThat(second.path("sharedAt").asText()).isEqualTo("2027-03-01T08:00:00Z");
        assertThat(second.path("basedOn")).isEqualTo(json("{\"marketing-track\": 1}"));
        assertThat(product.path("flags")).isEmpty();
        JsonNode flag = track(MARKETING).at("/flags/0");
        assertThat(flag.path("basedOn").asText()).isEqualTo(PRODUCT);
        assertThat(flag.path("basedOnVersion").asInt()).isEqualTo(1);
        assertThat(flag.path("latestVersion").asInt()).isEqualTo(2);
        assertThat(flag.path("changes").asText()).isEqualTo("The price");
    }

    @Test
    void flagsWhoBuiltOnAnOlderVersionWithoutStartingThemAgain() {
        makeFirstDraft("product", PRODUCT);
        json(share("product", next(PRODUCT)), 201);
        makeFirstDraft("marketing", MARKETING);
        Task adjusting = open(MARKETING);
        assertThat(track(MARKETING).at("/versions/0/basedOn")).isEqualTo(json("{\"product-track\": 2}"));

        json(share("product", next(PRODUCT)), 201);

        assertThat(track(MARKETING).at("/flags/0/latestVersion").asInt()).isEqualTo(3);
        assertThat(told(key)).as("before the job").doesNotContain("newer draft marketing");
        continueJobs(key);
        assertThat(told(key)).contains("newer draft marketing", "newer draft creative", "draft legal");
        assertThat(open(MARKETING).getId()).isEqualTo(adjusting.getId());
        assertThat(complete("marketing", open(MARKETING), "{\"adjustment\": {\"value\": \"DONE\"}}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains(PRODUCT, "version 3"));

        json(share("creative", next(MARKETING)), 201);
        assertThat(track(MARKETING).path("flags")).isEmpty();
        assertThat(complete("marketing", open(MARKETING), "{\"adjustment\": {\"value\": \"DONE\"}}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void takesAnAcknowledgementInsteadOfANewVersion() {
        json(share("product", first(PRODUCT)), 201);
        json(share("marketing", first(MARKETING)), 201);
        assertProblem(acknowledge("marketing", MARKETING, PRODUCT, 1), 409);
        json(share("product", next(PRODUCT)), 201);

        assertProblem(acknowledge("marketing", MARKETING, PRODUCT, 3), 404);
        assertProblem(acknowledge("marketing", MARKETING, "no-track", 1), 404);
        assertProblem(acknowledge("marketing", MARKETING, PRODUCT, 1), 409, "version");
        assertProblem(acknowledge("marketing", PRODUCT, MARKETING, 1), 403);
        assertProblem(acknowledge("marketing", "no-track", PRODUCT, 2), 404);
        assertThat(track(MARKETING).path("flags")).hasSize(1);

        JsonNode given = json(acknowledge("creative", MARKETING, PRODUCT, 2), 201);

        assertThat(given.path("by").asText()).isEqualTo("creative");
        assertThat(track(MARKETING).path("flags")).isEmpty();
        assertThat(track(MARKETING).path("acknowledgements")).containsExactly(given);
        assertProblem(acknowledge("marketing", MARKETING, PRODUCT, 2), 409);
        json(share("product", next(PRODUCT)), 201);
        assertThat(track(MARKETING).at("/flags/0/basedOnVersion").asInt()).isEqualTo(2);
    }

    @Test
    void keepsBothOfTwoVersionsAtOneInstant() throws Exception {
        json(share("marketing", first(MARKETING)), 201);

        List<Integer> statuses = atOnce(4, () -> share("product", next(PRODUCT)));

        assertThat(statuses).containsOnly(201);
        assertThat(track(PRODUCT).path("versions").findValuesAsText("version")).containsExactly("1", "2", "3", "4");
        continueJobs(key);
        assertThat(told(key).stream().filter("draft legal"::equals))
                .as("of the latest of each")
                .hasSize(2);
    }

    @Test
    void letsOneOfTwoTracksSeeTheOtherWhereBothShareAtOneInstant() throws Exception {
        json(share("product", first(PRODUCT)), 201);
        json(share("marketing", first(MARKETING)), 201);
        Queue<Map.Entry<String, String>> both = new ConcurrentLinkedQueue<>(
                Map.of("product", PRODUCT, "marketing", MARKETING).entrySet());

        List<Integer> statuses = atOnce(2, () -> {
            Map.Entry<String, String> one = both.remove();
            return share(one.getKey(), next(one.getValue()));
        });

        assertThat(statuses).containsOnly(201);
        assertThat(track(PRODUCT).path("versions")).hasSize(2);
        assertThat(track(MARKETING).path("versions")).hasSize(2);
        int onMarketing = track(PRODUCT).at("/versions/1/basedOn/" + MARKETING).asInt();
        int onProduct = track(MARKETING).at("/versions/1/basedOn/" + PRODUCT).asInt();
        assertThat(onMarketing + onProduct)
                .as("the second is based on the first")
                .isEqualTo(3);
        assertThat(track(PRODUCT).path("flags").size()
                        + track(MARKETING).path("flags").size())
                .isEqualTo(1);
    }

    @Test
    void keepsBothOfTwoTasksThatAreCompletedAtOneInstant() throws Exception {
        Queue<Task> both = new ConcurrentLinkedQueue<>(List.of(open(PRODUCT), open(MARKETING)));

        List<Integer> statuses = atOnce(2, () -> {
            Task task = both.remove();
            return complete(task.getName().endsWith("Product") ? "product" : "marketing", task, FIRST);
        });

        assertThat(statuses).containsOnly(204);
        assertThat(track(PRODUCT).at("/versions/0/basedOn").size()
                        + track(MARKETING).at("/versions/0/basedOn").size())
                .as("the second is based on the first")
                .isEqualTo(1);
    }

    @Test
    void acknowledgesOnceWhereFourDoSoAtOnce() throws Exception {
        json(share("product", first(PRODUCT)), 201);
        json(share("marketing", first(MARKETING)), 201);
        json(share("product", next(PRODUCT)), 201);

        List<Integer> statuses = atOnce(4, () -> acknowledge("marketing", MARKETING, PRODUCT, 2));

        assertThat(statuses).containsExactly(201, 409, 409, 409);
        assertThat(track(MARKETING).path("acknowledgements")).hasSize(1);
    }

    @Test
    void isForTheTeamOfTheTrackAlone() {
        for (String user : List.of(
                "creative",
                "sales",
                "analytics",
                "legal",
                "support",
                "campaign-manager",
                "sponsor",
                "manager",
                "process-owner",
                "admin",
                "marketing")) {
            assertProblem(share(user, first(PRODUCT)), 403);
        }
        assertThat(post(NOBODY, path(), first(PRODUCT).toString()).statusCode()).isEqualTo(401);
        assertThat(track(PRODUCT).path("versions")).isEmpty();
        json(share("product", first(PRODUCT)), 201);
    }

    @Test
    void isSharedByAStandInAndTheRecordSaysForWhom() {
        String away = newUser("product");
        String standIn = newUser("support");
        assertProblem(share(standIn, first(PRODUCT)), 403);
        String absence = stayAway(away, standIn);

        JsonNode draft = json(share(standIn, first(PRODUCT)), 201);
        continueJobs(key);
        makeFirstDraft(standIn, PRODUCT);

        assertThat(draft.path("sharedBy").asText()).isEqualTo(standIn);
        assertThat(draft.path("sharedFor").asText()).isEqualTo(away);
        JsonNode second = track(PRODUCT).at("/versions/1");
        assertThat(second.path("sharedBy").asText()).isEqualTo(standIn);
        assertThat(second.path("sharedFor").asText()).isEqualTo(away);
        assertThat(delete(away, "/api/absences/" + absence).statusCode()).isEqualTo(204);
        assertProblem(share(standIn, next(PRODUCT)), 403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "track   | \"\"                          | 400 | track",
                "result  | \" \"                         | 400 | result",
                "result  | 7                             | 400 | result",
                "changes | null                          | 422 | changes",
                "changes | \" \"                         | 422 | changes",
                "basedOn | {\"marketing-track\": 1}      | 422 | basedOn",
                "basedOn | {\"product-track\": 1}        | 422 | basedOn",
                "basedOn | {\"marketing-track\": \"x\"}  | 400 | basedOn.marketing-track",
                "basedOn | {\"marketing-track\": 0}      | 400 | basedOn[marketing-track]",
            })
    void namesTheFieldThatIsWrong(String field, String value, int status, String named) {
        json(share("product", first(PRODUCT)), 201);
        ObjectNode body = next(PRODUCT);
        body.set(field, json(value));

        assertProblem(share("product", body), status, named);

        assertThat(track(PRODUCT).path("versions")).hasSize(1);
    }

    @Test
    void isBasedOnWhatItSays() {
        json(share("product", first(PRODUCT)), 201);
        json(share("product", next(PRODUCT)), 201);
        ObjectNode onFirst = first(MARKETING);
        onFirst.putObject("basedOn").put(PRODUCT, 1);

        json(share("marketing", onFirst), 201);

        assertThat(track(MARKETING).path("flags")).hasSize(1);
        ObjectNode onNothing = next(MARKETING);
        onNothing.putObject("basedOn");
        assertThat(json(share("marketing", onNothing), 201).path("basedOn")).isEmpty();
    }

    @Test
    void answersForWhatIsNotThereOrOver() {
        assertProblem(get("product", "/api/campaigns/no-such-key/drafts"), 404);
        assertProblem(
                post(
                        "product",
                        "/api/campaigns/no-such-key/drafts",
                        first(PRODUCT).toString()),
                404);
        assertProblem(share("product", first("no-track")), 404);
        makeFirstDraft("product", PRODUCT);
        assertThat(complete("product", open(PRODUCT), "{\"adjustment\": {\"value\": \"DONE\"}}")
                        .statusCode())
                .isEqualTo(204);
        settle(key);

        assertProblem(share("product", next(PRODUCT)), 409);
        assertThat(track(PRODUCT).path("underWay").asBoolean()).isFalse();
        assertThat(track(PRODUCT).path("versions")).hasSize(1);
    }

    private void start(String track, String name) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(TrackProcess.KEY, key, Map.of("trackId", track, "trackName", name));
    }

    private void makeFirstDraft(String user, String track) {
        HttpResponse<String> answer = complete(user, open(track), FIRST);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        continueJobs(key);
    }

    private HttpResponse<String> complete(String user, Task task, String variables) {
        return post(
                user, "/engine-rest/task/" + task.getId() + "/complete", "{\"variables\": %s}".formatted(variables));
    }

    private Task open(String track) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .processVariableValueEquals("trackId", track)
                .singleResult();
    }

    private HttpResponse<String> share(String user, JsonNode draft) {
        return post(user, path(), draft.toString());
    }

    private HttpResponse<String> acknowledge(String user, String track, String of, int version) {
        return post(
                user,
                path() + "/" + track + "/acknowledgements",
                "{\"of\": \"%s\", \"version\": %d, \"note\": \"It stands\"}".formatted(of, version));
    }

    private ObjectNode first(String track) {
        return (ObjectNode) json(
                "{\"track\": \"%s\", \"result\": \"Text\", \"links\": \"https://docs.example.com\"}".formatted(track));
    }

    private ObjectNode next(String track) {
        return first(track).put("changes", "The price");
    }

    private JsonNode drafts() {
        return json(get("legal", path()), 200);
    }

    private JsonNode track(String id) {
        for (JsonNode track : drafts()) {
            if (track.path("track").asText().equals(id)) {
                return track;
            }
        }
        throw new AssertionError("no track " + id);
    }

    private String path() {
        return "/api/campaigns/" + key + "/drafts";
    }

    /** A user whose password is the name, as the demo users. */
    private String newUser(String group) {
        IdentityService identity = engine.getIdentityService();
        String id = "user-" + newKey();
        User user = identity.newUser(id);
        user.setPassword(id);
        identity.saveUser(user);
        identity.createMembership(id, group);
        return id;
    }

    /** From now on, until they come back. */
    private String stayAway(String user, String substitute) {
        String absence = json(
                        post(
                                user,
                                "/api/absences",
                                "{\"from\": \"2027-03-01\", \"to\": \"2027-03-31\", \"substitute\": \"%s\"}"
                                        .formatted(substitute)),
                        201)
                .path("id")
                .asText();
        engine.getManagementService().createJobQuery().processInstanceId(absence).list().stream()
                .filter(job -> !job.getDuedate().after(java.util.Date.from(now())))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return absence;
    }
}

package dev.convergence.absence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbsenceSurfaceTest extends SurfaceTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final List<String> people = new ArrayList<>();

    private String ann;
    private String bob;
    private String cleo;

    @BeforeEach
    void people() {
        ann = person("legal");
        bob = person("support");
        cleo = person("creative");
    }

    @AfterEach
    void everybodyIsBackAndLeaves() {
        list().forEach(absence ->
                delete("manager", "/api/absences/" + absence.path("id").asText()));
        people.forEach(engine.getIdentityService()::deleteUser);
    }

    @Test
    void recordsOnesOwnAbsence() {
        HttpResponse<String> answer = announce(ann, body("", "2027-03-02", "2027-03-05", bob));

        JsonNode absence = json(answer, 201);
        String location = "/api/absences/" + absence.path("id").asText();
        assertThat(answer.headers().firstValue("Location")).contains(location);
        assertThat(absence.path("user").asText()).isEqualTo(ann);
        assertThat(absence.path("from").asText()).isEqualTo("2027-03-01T23:00:00Z");
        assertThat(absence.path("to").asText()).isEqualTo("2027-03-05T23:00:00Z");
        assertThat(absence.path("substitute").asText()).isEqualTo(bob);
        assertThat(absence.path("state").asText()).isEqualTo("PLANNED");
        assertThat(absence.path("actingNow").isNull()).isTrue();
        assertThat(absence.path("recordedBy").asText()).isEqualTo(ann);
        assertThat(json(get(cleo, location), 200)).isEqualTo(absence);
        assertThat(list()).containsExactly(absence);
    }

    @Test
    void saysWhoActsNow() {
        record(ann, bob);
        record(bob, cleo);

        assertThat(list()).hasSize(2).allSatisfy(absence -> {
            assertThat(absence.path("state").asText()).isEqualTo("ABSENT");
            assertThat(absence.path("actingNow").asText()).isEqualTo(cleo);
        });
    }

    @Test
    void givesAccessAndTakesItBack() {
        String gate = newKey();
        startGate(gate, "product-ready", Map.of("accountable", "legal"));
        Task review = review(gate);
        assertThat(read(bob, review)).isEqualTo(404);

        String id = record(ann, bob);
        assertThat(read(bob, review)).isEqualTo(200);

        assertThat(delete(ann, "/api/absences/" + id).statusCode()).isEqualTo(204);
        assertThat(read(bob, review)).isEqualTo(404);
        assertThat(list()).isEmpty();
        assertThat(json(get(bob, "/api/absences/" + id), 200).path("state").asText())
                .isEqualTo("OVER");
    }

    @Test
    void takesAccessBackFromAnOpenTasklist() throws Exception {
        String gate = newKey();
        startGate(gate, "product-ready", Map.of("accountable", "legal"));
        String task = "/camunda/api/engine/engine/default/task/" + review(gate).getId();
        String id = record(ann, bob);
        WebappSession tasklist = new WebappSession(address("/"));
        tasklist.logIn(bob, "tasklist");
        assertThat(tasklist.open(task).statusCode()).isEqualTo(200);

        delete(ann, "/api/absences/" + id);
        moveTo(now().plusSeconds(4));

        assertThat(tasklist.open(task).statusCode()).isEqualTo(404);
    }

    @Test
    void namesInHistoryForWhomACampaignsHandoffWasAnswered() {
        String key = newKey();
        create(key);
        walkTo(key, "userTask_acceptHandoff");
        Task handoff = task(key, "userTask_acceptHandoff");
        String sam = person("sales");
        record(sam, bob);

        HttpResponse<String> answer = post(
                bob,
                "/engine-rest/task/" + handoff.getId() + "/submit-form",
                "{\"variables\": {\"handoffAccepted\": {\"value\": true}}}");

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        JsonNode view = read(key).at("/handoffs/0");
        assertThat(view.path("answeredBy").asText()).isEqualTo(bob);
        assertThat(view.path("answeredFor").asText()).isEqualTo(sam);
        String form = get(
                        "sales",
                        "/engine-rest/task/" + task(key, "userTask_enableSales").getId()
                                + "/form-variables?variableNames=dossier")
                .body();
        assertThat(form).contains(bob + " for " + sam);
    }

    @ParameterizedTest
    @CsvSource({
        "manager,          201",
        "admin,            201",
        "sponsor,          403",
        "campaign-manager, 403",
        "process-owner,    403",
        "legal,            403",
        "'',               401",
    })
    void letsManagersSpeakForOthers(String caller, int status) {
        HttpResponse<String> answer = announce(caller, body(ann, "2027-03-02", "2027-03-05", bob));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 201) {
            assertThat(json(answer.body()).path("recordedBy").asText()).isEqualTo(caller);
        } else {
            assertProblem(answer, status);
            assertThat(list()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sponsor", "campaign-manager", "process-owner", "manager", "admin", "legal"})
    void letsEverybodyRecordTheirOwnAndReadAll(String caller) {
        String id = json(announce(caller, body("", "2027-03-02", "2027-03-05", bob)), 201)
                .path("id")
                .asText();

        json(get(caller, "/api/absences/" + id), 200);
        assertThat(delete(caller, "/api/absences/" + id).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "manager,          204",
        "admin,            204",
        "sponsor,          403",
        "process-owner,    403",
        "'',               401",
    })
    void letsManagersEndOthers(String caller, int status) {
        String id = record(ann, bob);

        assertThat(delete(caller, "/api/absences/" + id).statusCode()).isEqualTo(status);

        assertThat(list()).hasSize(status == 204 ? 0 : 1);
    }

    @Test
    void knowsWhatItDoesNotHave() {
        String id = record(ann, bob);
        delete(ann, "/api/absences/" + id);

        assertProblem(delete(ann, "/api/absences/" + id), 409);
        assertProblem(delete(ann, "/api/absences/none"), 404);
        assertProblem(get(ann, "/api/absences/none"), 404);
        assertThat(get(NOBODY, "/api/absences").statusCode()).isEqualTo(401);
        assertThat(get(NOBODY, "/api/absences/" + id).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"to\": \"2027-03-05\", \"substitute\": \"legal\"}',                                   400, from",
        "'{\"from\": \"2027-03-02\", \"substitute\": \"legal\"}',                                 400, to",
        "'{\"from\": \"2027-03-02\", \"to\": \"2027-03-05\"}',                                    400, substitute",
        "'{\"from\": \"2027-03-02\", \"to\": \"2027-03-05\", \"substitute\": \"legal\", \"a\": 1}', 400, a",
        "'{\"from\": \"2027-03-02\", \"to\": \"2027-03-05\", \"substitute\": \"a\\u0000b\"}',     400, substitute",
        "'{\"from\": \"2027-03-02\", \"to\": \"2027-03-05\", \"substitute\": \"nobody\"}',        422, substitute",
        "'{\"from\": \"2027-03-02\", \"to\": \"2027-03-05\", \"substitute\": \"manager\"}',       422, substitute",
        "'{\"from\": \"soon\", \"to\": \"2027-03-05\", \"substitute\": \"legal\"}',               422, from",
        "'{\"from\": \"2027-03-02\", \"to\": \"2027-02-30\", \"substitute\": \"legal\"}',         422, to",
        "'{\"from\": \"2027-03-05\", \"to\": \"2027-03-02\", \"substitute\": \"legal\"}',         422, to",
        "'{\"from\": \"2027-02-01\", \"to\": \"2027-02-05\", \"substitute\": \"legal\"}',         422, to",
        "'{\"from\": \"2027-03-02\", \"to\": \"2028-03-05\", \"substitute\": \"legal\"}',         422, to",
        "'{\"from\": \"+99999-03-02T00:00:00Z\", \"to\": \"+99999-03-05T00:00:00Z\", \"substitute\": \"legal\"}', 422, from",
        "'{\"user\": \"nobody\", \"from\": \"2027-03-02\", \"to\": \"2027-03-05\", \"substitute\": \"legal\"}', 422, user",
    })
    void namesTheFieldThatIsWrong(String body, int status, String field) {
        assertProblem(announce("manager", body), status, field);
        assertThat(list()).isEmpty();
    }

    @Test
    void refusesWhatOthersLeaveNoRoomFor() {
        record(ann, bob);

        assertProblem(announce(ann, body("", "2027-03-05", "2027-03-09", cleo)), 409, "from");
        HttpResponse<String> circle = announce(bob, body("", "2027-03-01", "2027-03-09", ann));
        assertProblem(circle, 409, "substitute");
        assertThat(json(circle.body()).path("detail").asText()).contains(String.join(" → ", bob, ann, bob));
    }

    @Test
    void asksTheSameWhenTheEnginesOwnRestIsUsed() {
        String path = "/engine-rest/process-definition/key/absence/submit-form";

        HttpResponse<String> refused = post(bob, path, variables(ann, bob));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("user must be yourself");
        assertThat(list()).isEmpty();

        HttpResponse<String> accepted = post(ann, path, variables("", bob));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        assertThat(list()).hasSize(1);
        HttpResponse<String> circle = post(bob, path, variables("", ann));
        assertThat(circle.statusCode()).as(circle.body()).isEqualTo(400);
        assertThat(circle.body()).contains(" → ");
    }

    @Test
    void letsNobodyStandInByWhatTheyRecordForOthers() {
        assertProblem(announce("manager", body(ann, "2027-03-01", "2027-03-09", "manager")), 422, "substitute");
        HttpResponse<String> form =
                post("manager", "/engine-rest/process-definition/key/absence/submit-form", variables(ann, "manager"));
        assertThat(form.statusCode()).as(form.body()).isEqualTo(400);
        assertThat(form.body()).contains("substitute cannot be manager, who records this absence of " + ann);
        HttpResponse<String> start =
                post("manager", "/engine-rest/process-definition/key/absence/start", variables(ann, "manager"));
        assertThat(start.statusCode()).as(start.body()).isGreaterThanOrEqualTo(400);
        assertThat(start.body()).contains("substitute cannot be manager");
        assertThat(list()).isEmpty();
    }

    @Test
    void letsNobodyActForOthersThroughTheSubstitutesOfWhomTheyRecord() {
        json(announce("manager", body(ann, "2027-03-01", "2027-03-09", bob)), 201);

        HttpResponse<String> later = announce(bob, body("", "2027-03-04", "2027-03-05", "manager"));

        assertProblem(later, 422, "substitute");
        assertThat(json(later.body()).path("detail").asText())
                .contains("manager would act for " + ann + ", whose absence manager has recorded");
        json(announce(bob, body("", "2027-03-10", "2027-03-12", "manager")), 201);
        assertProblem(announce("manager", body(cleo, "2027-03-10", "2027-03-11", bob)), 422, "substitute");
    }

    @Test
    void letsTwoWhoRecordNotStandInForEachOthersPeople() {
        String other = person("managers");
        json(announce("manager", body(ann, "2027-03-01", "2027-03-09", other)), 201);

        assertProblem(announce(other, body(bob, "2027-03-01", "2027-03-09", "manager")), 422, "substitute");
        json(announce(other, body(bob, "2027-03-01", "2027-03-09", cleo)), 201);
    }

    @Test
    void letsNobodySpeakForOthersWhoIsAManagerOnlyInSomebodysPlace() {
        String manager = person("managers");
        record(manager, bob);

        assertProblem(announce(bob, body(ann, "2027-03-01", "2027-03-09", cleo)), 403);
        assertProblem(announce(bob, body(ann, "2027-03-01", "2027-03-09", manager)), 403);
    }

    @Test
    void startsNothingElseForThoseWhoMayBeAbsent() {
        HttpResponse<String> campaign = post(
                ann,
                "/engine-rest/process-definition/key/campaign/start",
                "{\"businessKey\": \"" + newKey() + "\", \"variables\": {}}");

        assertThat(campaign.statusCode()).as(campaign.body()).isEqualTo(403);
    }

    @Test
    void recordsOneOfMany() throws Exception {
        String body = body("", "2027-03-01", "2027-03-05", bob);

        List<Integer> statuses = atOnce(6, () -> announce(ann, body));

        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
        assertThat(list()).hasSize(1);
    }

    @Test
    void givesMembershipsOnceWhoeverIsAbsent() throws Exception {
        String dan = person("legal");
        AtomicInteger turn = new AtomicInteger();

        List<Integer> statuses = atOnce(
                2, () -> announce(turn.getAndIncrement() == 0 ? ann : dan, body("", "2027-03-01", "2027-03-05", bob)));

        assertThat(statuses).containsExactly(201, 201);
        assertThat(groupsOf(bob)).containsExactlyInAnyOrder("support", "legal", "substitutes");
    }

    @Test
    void lendsNoCircleToTwoWhoAskAtOnce() throws Exception {
        AtomicInteger turn = new AtomicInteger();

        List<Integer> statuses = atOnce(
                2,
                () -> turn.getAndIncrement() == 0
                        ? announce(ann, body("", "2027-03-01", "2027-03-05", bob))
                        : announce(bob, body("", "2027-03-01", "2027-03-05", ann)));

        assertThat(statuses).containsExactly(201, 409);
        assertThat(list()).hasSize(1);
    }

    @RepeatedTest(10)
    void endsOnce() throws Exception {
        String id = record(ann, bob);

        List<Integer> statuses = atOnce(4, () -> delete(ann, "/api/absences/" + id));

        assertThat(statuses).containsExactly(204, 409, 409, 409);
        assertThat(groupsOf(bob)).containsExactly("support");
    }

    private String record(String user, String substitute) {
        return json(announce(user, body("", "2027-03-01", "2027-03-05", substitute)), 201)
                .path("id")
                .asText();
    }

    private HttpResponse<String> announce(String caller, String body) {
        return post(caller, "/api/absences", body);
    }

    private static String body(String user, String from, String to, String substitute) {
        return "{\"user\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"substitute\": \"%s\"}"
                .formatted(user, from, to, substitute);
    }

    private static String variables(String user, String substitute) {
        return """
                {"variables": {"user": {"value": "%s"}, "substitute": {"value": "%s"},
                 "from": {"value": "2027-03-01"}, "to": {"value": "2027-03-05"}}}"""
                .formatted(user, substitute);
    }

    private List<JsonNode> list() {
        return StreamSupport.stream(json(get("manager", "/api/absences"), 200).spliterator(), false)
                .toList();
    }

    private int read(String user, Task task) {
        return get(user, "/engine-rest/task/" + task.getId()).statusCode();
    }

    /** A person whose password is their name. */
    private String person(String group) {
        IdentityService identity = engine.getIdentityService();
        User user = identity.newUser("person-" + PEOPLE.incrementAndGet());
        user.setPassword(user.getId());
        identity.saveUser(user);
        identity.createMembership(user.getId(), group);
        people.add(user.getId());
        return user.getId();
    }

    private List<String> groupsOf(String user) {
        return engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
    }
}

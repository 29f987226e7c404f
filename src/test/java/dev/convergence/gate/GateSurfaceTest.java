package dev.convergence.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may decide a gate, on what, over every door there is. */
class GateSurfaceTest extends SurfaceTest {

    private static final String APPROVED = "{\"outcome\": \"APPROVED\"}";
    private static final String SENT_BACK = "{\"outcome\": \"SENT_BACK\", \"comment\": \"Not yet\"}";

    private final String key = newKey();

    @ParameterizedTest
    @CsvSource({
        "product-ready, marketing",
        "assets-ready,  product",
        "sales-ready,   marketing",
        "convergence,   campaign-manager",
    })
    void isDecidedByTheAccountableGroupAlone(String gate, String decider) {
        create(key);
        walkTo(key, gate);
        String review = review(key).getId();

        List.of(
                        "product",
                        "marketing",
                        "creative",
                        "sales",
                        "analytics",
                        "legal",
                        "support",
                        "campaign-manager",
                        "sponsor",
                        "manager",
                        "process-owner",
                        "admin")
                .stream()
                .filter(user -> !user.equals(decider))
                .forEach(user -> {
                    assertProblem(decide(user, gate, APPROVED), 403);
                    assertThat(completeByRest(user, review).statusCode())
                            .as(user + " over /engine-rest")
                            .isEqualTo(403);
                });
        assertThat(review(key).getId()).isEqualTo(review);

        JsonNode records = json(decide(decider, gate, APPROVED), 200);
        assertThat(records.get(records.size() - 1).path("by").asText()).isEqualTo(decider);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "product", "sales"})
    void isClosedToOthersInTheWebApplications(String user) throws Exception {
        create(key);
        walkTo(key, "product-ready");

        WebappSession session = new WebappSession(address("/"));
        session.logIn(user, "tasklist");
        HttpResponse<String> answer = session.post(
                "/camunda/api/engine/engine/default/task/" + review(key).getId() + "/submit-form",
                "{\"variables\": {\"gateOutcome\": {\"value\": \"APPROVED\"}}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(review(key)).isNotNull();
    }

    @Test
    void knowsNoAuthorityThatWasGivenByHand() {
        create(key);
        walkTo(key, "product-ready");
        String review = review(key).getId();
        String task = "/engine-rest/task/" + review;

        assertThat(post("admin", task + "/identity-links", "{\"userId\": \"sales\", \"type\": \"candidate\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(post("admin", task + "/identity-links", "{\"groupId\": \"creative\", \"type\": \"candidate\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(completeByRest("sales", review).statusCode()).isEqualTo(403);
        assertThat(completeByRest("creative", review).statusCode()).isEqualTo(403);
        assertThat(post("admin", task + "/assignee", "{\"userId\": \"sales\"}").statusCode())
                .isEqualTo(204);
        assertThat(completeByRest("sales", review).statusCode()).isEqualTo(403);
        assertThat(completeByRest("admin", review).statusCode()).isEqualTo(403);

        assertThat(completeByRest("marketing", review).statusCode()).isEqualTo(204);
    }

    @Test
    void keepsTheAuthorityOfThoseWhoWereAddedByHandAsWell() {
        create(key);
        walkTo(key, "product-ready");
        String links = "/engine-rest/task/" + review(key).getId() + "/identity-links";
        String managers = "{\"groupId\": \"campaign-managers\", \"type\": \"candidate\"}";

        post("admin", links, managers);
        assertProblem(decide("campaign-manager", "product-ready", APPROVED), 403);
        post("admin", links + "/delete", managers);
        post("admin", links, "{\"groupId\": \"marketing\", \"type\": \"candidate\"}");
        climb(key, 3);

        json(decide("campaign-manager", "product-ready", SENT_BACK), 200);
        walkTo(key, "product-ready");
        post(
                "admin",
                "/engine-rest/task/" + review(key).getId() + "/identity-links",
                "{\"groupId\": \"marketing\", \"type\": \"candidate\"}");
        json(decide("marketing", "product-ready", APPROVED), 200);
    }

    @Test
    void isNotDecidedByWhoeverDidTheWork() {
        String author = newUser("product", "marketing");
        create(key);
        walkTo(key, "userTask_finaliseProduct");
        Task work = task(key, "userTask_finaliseProduct");
        assertThat(completeByRest(author, work.getId(), "finaliseProductResult", "Done")
                        .statusCode())
                .isEqualTo(204);
        String review = review(key).getId();
        String task = "/engine-rest/task/" + review;

        assertThat(json(decide(author, "product-ready", APPROVED), 403)
                        .path("detail")
                        .asText())
                .contains("work of their own");
        post(author, task + "/claim", "{\"userId\": \"" + author + "\"}");
        assertThat(completeByRest(author, review).statusCode()).isEqualTo(403);
        post("admin", task + "/assignee", "{\"userId\": \"" + author + "\"}");
        assertThat(completeByRest(author, review).statusCode()).isEqualTo(403);
        post("admin", task + "/delegate", "{\"userId\": \"" + author + "\"}");
        post(author, task + "/resolve", "{}");
        assertThat(completeByRest(author, review).statusCode()).isEqualTo(403);

        json(decide("marketing", "product-ready", APPROVED), 200);
        assertThat(read(key).at("/gates/0/decidedFor").isNull()).isTrue();
    }

    @Test
    void refusesAnApprovalWithoutTheEvidenceAndNamesIt() {
        create(key);
        walkTo(key, "userTask_finaliseProduct");
        complete(key, "userTask_finaliseProduct", Map.of("finaliseProductResult", "  "));

        JsonNode refusal = json(decide("marketing", "product-ready", APPROVED), 422);
        assertThat(refusal.path("detail").asText()).contains("What is finalised", "product-scope");
        assertThat(completeByRest("marketing", review(key).getId()).statusCode())
                .isEqualTo(400);
        json(decide("marketing", "product-ready", SENT_BACK), 200);
        complete(key, "userTask_finaliseProduct", Map.of("finaliseProductLinks", "https://example.com/scope"));

        json(decide("marketing", "product-ready", APPROVED), 200);
    }

    @Test
    void showsTheReviewerTheEvidenceTheAdviceAndWhetherTheyMayDecide() {
        create(key);
        walkTo(key, "product-ready");
        as("legal", () -> complete(key, "userTask_giveAdvice", Map.of("advice", "Name the warranty")));
        String path = "/engine-rest/task/" + review(key).getId() + "/form-variables";

        JsonNode form = json(get("marketing", path), 200);

        assertThat(form.at("/dossier/value").toString())
                .contains("What is finalised", "Provided", "Result of finaliseProduct", "Name the warranty");
        assertThat(form.at("/authority/value").toString()).contains("mayDecide").contains("true");
        assertThat(json(get("admin", path), 200).at("/authority/value").toString())
                .contains("false", "it is for marketing");
    }

    @Test
    void holdsTheNextGateUpWhileAConditionIsOpen() {
        create(key);
        walkTo(key, "product-ready");
        json(
                decide(
                        "marketing",
                        "product-ready",
                        """
                        {"outcome": "APPROVED_WITH_CONDITIONS", "conditions": [
                          {"what": "Price list", "owner": "sales", "due": "2027-03-12"},
                          {"what": "Warranty"}]}"""),
                200);
        complete(key, "userTask_writeMessages", Map.of("writeMessagesResult", "Three"));
        complete(key, "userTask_makeCreative", Map.of("makeCreativeResult", "Film"));
        continueJobs(key);

        JsonNode refusal = json(decide("product", "assets-ready", APPROVED), 422);
        assertThat(refusal.path("detail").asText()).contains("Price list", "Warranty");
        assertThat(read(key).at("/conditions/0/owner").asText()).isEqualTo("sales");
        assertThat(read(key).at("/conditions/1/owner").asText()).isEqualTo("product");
        assertThat(read(key).at("/conditions/1/dueAt").asText()).startsWith("2027-03-08T08:00");
        conditions()
                .forEach(
                        task -> as(task.getName().contains("Price") ? "sales" : "product", () -> engine.getTaskService()
                                .complete(task.getId(), Map.of("conditionResult", "Done"))));

        json(decide("product", "assets-ready", APPROVED), 200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"what\": \"x\", \"owner\": \"the-moon\"}                      | 422 | the-moon",
                "{\"what\": \"x\", \"due\": \"2020-01-01\"}                      | 422 | 2020-01-01",
                "{\"what\": \"x\", \"due\": \"soon\"}                            | 400 | conditions",
                "{\"what\": \"a\\nb\"}                                            | 400 | conditions",
                "{\"owner\": \"sales\"}                                          | 400 | conditions",
            })
    void refusesAConditionThatNobodyCouldMeet(String condition, int status, String named) {
        create(key);
        walkTo(key, "product-ready");

        HttpResponse<String> answer = decide(
                "marketing",
                "product-ready",
                "{\"outcome\": \"APPROVED_WITH_CONDITIONS\", \"conditions\": [" + condition + "]}");

        assertProblem(answer, status);
        assertThat(answer.body()).contains(named);
        assertThat(review(key)).isNotNull();
        assertThat(conditions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                               | 400 | outcome",
                "{\"outcome\": \"MAYBE\"}                                         | 422 | gateOutcome",
                "{\"outcome\": \"SENT_BACK\"}                                     | 422 | gateComment",
                "{\"outcome\": \"APPROVED_WITH_CONDITIONS\"}                      | 422 | gateConditions",
                "{\"outcome\": \"APPROVED\", \"checks\": {\"weather\": true}}     | 422 | checks",
                "{\"outcome\": \"APPROVED\", \"checks\": {\"timing\": false}}     | 422 | gateOutcome",
                "{\"outcome\": \"APPROVED\", \"seenVersion\": 7}                  | 409 | seenVersion",
                "{\"outcome\": \"APPROVED\", \"seenVersion\": -1}                 | 400 | seenVersion",
                "{\"outcome\": \"APPROVED\", \"surprise\": 1}                     | 400 | surprise",
            })
    void refusesWhatIsNoDecision(String decision, int status, String field) {
        create(key);
        walkTo(key, "product-ready");

        HttpResponse<String> answer = decide("marketing", "product-ready", decision);

        assertProblem(answer, status, field);
        assertThat(review(key)).isNotNull();
    }

    @Test
    void answersForGatesAndCampaignsThatAreNotThere() {
        create(key);
        walkTo(key, "product-ready");

        assertProblem(decide("marketing", "no-such-gate", APPROVED), 404);
        assertProblem(post("marketing", "/api/campaigns/no-such-key/gates/product-ready/decision", APPROVED), 404);
        assertProblem(get("marketing", "/api/campaigns/no-such-key/decisions"), 404);
        assertThat(post(NOBODY, path("product-ready"), APPROVED).statusCode()).isEqualTo(401);
        json(decide("marketing", "product-ready", APPROVED), 200);
        assertProblem(decide("marketing", "product-ready", APPROVED), 409);
    }

    @Test
    void isDecidedOnceWhereEightDecideAtOnce() throws Exception {
        ConcurrentLinkedQueue<String> deciders = new ConcurrentLinkedQueue<>(
                IntStream.range(0, 8).mapToObj(i -> newUser("marketing")).toList());
        create(key);
        walkTo(key, "product-ready");

        List<Integer> statuses = atOnce(8, () -> decide(deciders.remove(), "product-ready", APPROVED));

        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
        assertThat(json(get("sales", "/api/campaigns/" + key + "/decisions"), 200))
                .hasSize(1);
    }

    @Test
    void isDecidedByAVoteOfAllWhoDidNotDoTheWork() {
        String group = newGroup();
        List<String> voters = List.of(newUser(group, "support"), newUser(group, "support"), newUser(group, "support"));
        startVote(group, "majority");

        assertThat(reviews()).extracting(Task::getAssignee).containsExactlyInAnyOrderElementsOf(voters);
        assertProblem(decide("marketing", "of-our-own", APPROVED), 403);
        json(decide(voters.get(0), "of-our-own", "{\"outcome\": \"APPROVED\", \"comment\": \"Good\"}"), 200);
        assertProblem(decide(voters.get(0), "of-our-own", APPROVED), 403);
        continueJobs(key);
        assertThat(reviews()).hasSize(2);
        json(
                decide(
                        voters.get(1),
                        "of-our-own",
                        "{\"outcome\": \"APPROVED_WITH_CONDITIONS\", \"conditions\": [{\"what\": \"Prices\"}]}"),
                200);
        continueJobs(key);

        assertThat(reviews()).isEmpty();
        JsonNode records = json(get("sales", "/api/campaigns/" + key + "/decisions"), 200);
        assertThat(records.findValuesAsText("kind")).containsExactlyInAnyOrder("VOTE", "VOTE", "DECISION");
        JsonNode first = records.get(0);
        assertThat(first.path("by").asText()).isEqualTo(voters.get(0));
        assertThat(first.path("comment").asText()).isEqualTo("Good");
        assertThat(first.path("version").asInt()).isZero();
        JsonNode decision = records.get(records.size() - 1);
        assertThat(decision.path("outcome").asText()).isEqualTo("APPROVED_WITH_CONDITIONS");
        assertThat(decision.path("conditions").asText()).isEqualTo("Prices");
    }

    @Test
    void countsEveryVoteWhereAllVoteAtOnce() throws Exception {
        String group = newGroup();
        List<String> voters = List.of(
                newUser(group, "support"),
                newUser(group, "support"),
                newUser(group, "support"),
                newUser(group, "support"));
        startVote(group, "all");
        ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>(voters);

        List<Integer> statuses = atOnce(4, () -> decide(queue.remove(), "of-our-own", APPROVED));
        continueJobs(key);

        assertThat(statuses).containsExactly(200, 200, 200, 200);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count())
                .isZero();
        JsonNode records = json(get("sales", "/api/campaigns/" + key + "/decisions"), 200);
        assertThat(Collections.frequency(records.findValuesAsText("kind"), "VOTE"))
                .isEqualTo(4);
    }

    @Test
    void handsAVoteThatIsNotGivenUpTheLadder() {
        String group = newGroup();
        String voter = newUser(group, "support");
        startVote(group, "all");

        climb(key, 3);

        assertThat(told(key)).contains("remind user:" + voter, "manager campaign-managers");
        assertThat(json(get("manager", "/api/stalls"), 200).toString()).contains(key);
        json(decide("campaign-manager", "of-our-own", APPROVED), 200);
        continueJobs(key);
        JsonNode vote =
                json(get("sales", "/api/campaigns/" + key + "/decisions"), 200).get(0);
        assertThat(vote.path("by").asText()).isEqualTo("campaign-manager");
        assertThat(vote.path("onBehalfOf").asText()).isEqualTo(voter);
    }

    @Test
    void isDecidedByAStandInAndHistorySaysForWhom() {
        String away = newUser("marketing");
        String standIn = newUser("support");
        create(key);
        walkTo(key, "product-ready");
        assertProblem(decide(standIn, "product-ready", APPROVED), 403);
        String absence = stayAway(away, standIn);

        json(decide(standIn, "product-ready", APPROVED), 200);

        JsonNode decision = read(key).at("/gates/0");
        assertThat(decision.path("decidedBy").asText()).isEqualTo(standIn);
        assertThat(decision.path("decidedFor").asText()).isEqualTo(away);
        assertThat(notices(key)).anySatisfy(notice -> assertThat(notice.text()).contains(standIn + " for " + away));
        comeBack(away, absence);
        walkTo(key, "sales-ready");
        assertProblem(decide(standIn, "sales-ready", APPROVED), 403);
    }

    @Test
    void isNotDecidedInTheNameOfWhoeverDidTheWork() {
        String author = newUser("product", "marketing");
        String standIn = newUser("support");
        create(key);
        walkTo(key, "userTask_finaliseProduct");
        completeByRest(author, task(key, "userTask_finaliseProduct").getId(), "finaliseProductResult", "Done");
        String absence = stayAway(author, standIn);

        assertProblem(decide(standIn, "product-ready", APPROVED), 403);

        assertThat(review(key)).isNotNull();
        comeBack(author, absence);
    }

    @Test
    void letsAStandInVoteForWhoIsAwayAndNoMore() {
        String group = newGroup();
        String away = newUser(group, "support");
        String voter = newUser(group, "support");
        String standIn = newUser("support");
        String absence = stayAway(away, standIn);
        startVote(group, "all");

        assertThat(reviews()).extracting(Task::getAssignee).containsExactlyInAnyOrder(standIn, voter);
        json(decide(standIn, "of-our-own", APPROVED), 200);
        continueJobs(key);

        JsonNode vote =
                json(get("sales", "/api/campaigns/" + key + "/decisions"), 200).get(0);
        assertThat(vote.path("by").asText()).isEqualTo(standIn);
        assertThat(vote.path("onBehalfOf").asText()).isEqualTo(away);
        comeBack(away, absence);
    }

    /** From now on, until they come back. */
    private String stayAway(String user, String substitute) {
        String absence = json(
                        post(
                                user,
                                "/api/absences",
                                "{\"from\": \"2027-03-01\", \"to\": \"2027-03-31\", \"substitute\": \"" + substitute
                                        + "\"}"),
                        201)
                .path("id")
                .asText();
        engine.getManagementService().createJobQuery().processInstanceId(absence).list().stream()
                .filter(job -> !job.getDuedate().after(java.util.Date.from(now())))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return absence;
    }

    private void comeBack(String user, String absence) {
        assertThat(delete(user, "/api/absences/" + absence).statusCode()).isEqualTo(204);
    }

    private void startVote(String group, String quorum) {
        startGate(key, "of-our-own", Map.of("quorum", quorum, "accountable", group));
    }

    private List<Task> reviews() {
        return tasks(key).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(GateProcess.REVIEW_GATE))
                .toList();
    }

    private List<Task> conditions() {
        return tasks(key).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(GateProcess.MEET_CONDITION))
                .toList();
    }

    private HttpResponse<String> decide(String user, String gate, String decision) {
        return post(user, path(gate), decision);
    }

    private String path(String gate) {
        return "/api/campaigns/" + key + "/gates/" + gate + "/decision";
    }

    private HttpResponse<String> completeByRest(String user, String task) {
        return completeByRest(user, task, "gateOutcome", "APPROVED");
    }

    private HttpResponse<String> completeByRest(String user, String task, String variable, String value) {
        return post(
                user,
                "/engine-rest/task/" + task + "/complete",
                "{\"variables\": {\"%s\": {\"value\": \"%s\", \"type\": \"String\"}}}".formatted(variable, value));
    }

    /** A user whose password is the name, as the demo users. */
    private String newUser(String... groups) {
        IdentityService identity = engine.getIdentityService();
        String id = "user-" + newKey();
        User user = identity.newUser(id);
        user.setPassword(id);
        identity.saveUser(user);
        for (String group : groups) {
            identity.createMembership(id, group);
        }
        return id;
    }

    private String newGroup() {
        IdentityService identity = engine.getIdentityService();
        String id = "group-" + newKey();
        identity.saveGroup(identity.newGroup(id));
        return id;
    }
}

package dev.convergence.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import dev.convergence.notification.delivery.Notice;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever worked on what a gate reviews does not decide it, and where that leaves nobody the ladder's next group does. */
class OwnWorkTest extends SurfaceTest {

    private static final String APPROVED = "{\"outcome\": \"APPROVED\"}";
    private static final String SENT_BACK = "{\"outcome\": \"SENT_BACK\", \"comment\": \"Not yet\"}";
    private static final String WORK = "userTask_finaliseProduct";

    private final String key = newKey();
    private final List<String> absences = new ArrayList<>();

    private String team;

    @BeforeEach
    void aTeamOfItsOwn() {
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("models/work-and-gate.bpmn")
                .enableDuplicateFiltering(true)
                .name("work-and-gate")
                .deploy();
        IdentityService identity = engine.getIdentityService();
        team = "team-" + key;
        identity.saveGroup(identity.newGroup(team));
    }

    @AfterEach
    void everybodyIsBack() {
        absences.forEach(absence -> delete("manager", "/api/absences/" + absence));
    }

    @Test
    void isForTheLaddersNextGroupWhereItWasDoneByAllWhoCouldDecide() {
        String author = person("Ada", team, "product");
        start();

        work(author);

        assertThat(candidates(review(key))).containsExactlyInAnyOrder(team, "campaign-managers");
        assertThat(told(key)).containsExactly("decides instead " + team, "decides instead campaign-managers");
        String why = "campaign-managers decide instead of " + team + ", because nobody of " + team
                + " may: Ada Author did the work under review";
        assertThat(texts()).allSatisfy(text -> assertThat(text).contains("Own gate", why));
        assertThat(authority("campaign-manager").path("instead").asText()).isEqualTo(why);
        assertThat(authority("campaign-manager").path("mayDecide").asBoolean()).isTrue();
        assertThat(authority(author).path("reason").asText()).contains("work of their own");
        assertProblem(answer(author, APPROVED), 403);
        climb(key, 1);
        assertThat(told(key)).endsWith("remind campaign-managers");
        json(answer("campaign-manager", APPROVED), 200);
    }

    @Test
    void isForTheNextGroupAlsoWhereTheOnlyOneLeftIsStoodInForByTheAuthor() {
        String author = person("Ada", "product");
        String away = person("Ben", team);
        absence(away, away, author);
        start();

        work(author);

        assertThat(candidates(review(key))).containsExactlyInAnyOrder(team, "campaign-managers");
        assertProblem(answer(author, APPROVED), 403);
    }

    @Test
    void staysWithTheAccountableGroupWhereOneIsLeft() {
        String author = person("Ada", team, "product");
        String reviewer = person("Ben", team);
        start();

        work(author);

        assertThat(candidates(review(key))).containsExactly(team);
        assertThat(told(key)).isEmpty();
        assertThat(authority(reviewer).path("instead").asText()).isEmpty();
        assertProblem(answer("campaign-manager", APPROVED), 403);
        json(answer(reviewer, APPROVED), 200);
    }

    @Test
    void countsInEveryRound() {
        String first = person("Ada", team, "product");
        String second = person("Ben", team, "product");
        String reviewer = person("Cleo", team);
        start();
        work(first);
        json(answer(second, SENT_BACK), 200);

        work(second);

        assertProblem(answer(first, APPROVED), 403);
        assertProblem(answer(second, APPROVED), 403);
        json(answer(reviewer, APPROVED), 200);
    }

    @Test
    void countsForBothWhereItWasDoneInSomebodysName() {
        String away = person("Ada", team, "product");
        String substitute = person("Ben", team);
        String reviewer = person("Cleo", team);
        String absence = absence(away, away, substitute);
        start();
        work(substitute);
        delete(away, "/api/absences/" + absence);

        assertProblem(answer(away, APPROVED), 403);
        assertProblem(answer(substitute, APPROVED), 403);
        json(answer(reviewer, APPROVED), 200);
    }

    @Test
    void leavesAVoteToTheOthers() {
        String author = person("Ada", team, "product");
        String voter = person("Ben", team);
        start(Map.of("quorum", "all"));

        work(author);

        assertThat(review(key).getAssignee()).isEqualTo(voter);
        assertProblem(answer(author, APPROVED), 403);
    }

    @Test
    void isNotPreparingTheHandoffOfWhatWasReviewedBefore() {
        String sender = person("Ada", "marketing");
        create(key);
        walkTo(key, "userTask_prepareHandoff");
        complete(sender, "userTask_prepareHandoff", "handoffWhat", "The assets", "handoffWhere", "The folder");
        walkTo(key, "sales-ready");

        json(answer(sender, "sales-ready", APPROVED), 200);
    }

    @Test
    void isSharingADraft() {
        String author = person("Ada", "product", "campaign-managers");
        json(
                post(
                        CAMPAIGN_MANAGER,
                        "/api/campaigns",
                        campaign(key).put("pattern", "parallel").toString()),
                201);
        walkTo(key, "userTask_makeDraft");
        json(
                post(
                        author,
                        "/api/campaigns/" + key + "/drafts",
                        "{\"track\": \"product-track\", \"result\": \"A draft\"}"),
                201);
        Task madeBySomebodyElse = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey("userTask_makeDraft")
                .processVariableValueEquals("trackId", "product-track")
                .singleResult();
        engine.getTaskService()
                .complete(
                        madeBySomebodyElse.getId(),
                        Map.of("makeDraftResult", "Theirs", "makeDraftLinks", "Here", "draftChanges", "All of it"));
        walkTo(key, "convergence");

        assertThat(json(answer(author, "convergence", SENT_BACK), 403)
                        .path("detail")
                        .asText())
                .contains("work of their own");
    }

    @Test
    void isNotHandedToItsAuthorWhoStandsInForWhoeverHasClaimedIt() {
        String author = person("Ada", "product");
        String reviewer = person("Ben", team);
        String another = person("Cleo", team);
        start();
        work(author);
        String task = "/engine-rest/task/" + review(key).getId();
        assertThat(post(reviewer, task + "/claim", "{\"userId\": \"" + reviewer + "\"}")
                        .statusCode())
                .isEqualTo(204);

        absence(reviewer, reviewer, author);

        assertThat(review(key).getAssignee()).isNull();
        assertThat(candidates(review(key))).containsExactly(team);
        json(answer(another, APPROVED), 200);
    }

    @Test
    void isNotClaimedByItsAuthor() {
        String author = person("Ada", team, "product");
        String reviewer = person("Ben", team);
        start();
        work(author);

        HttpResponse<String> claim =
                post(author, "/engine-rest/task/" + review(key).getId() + "/claim", "{\"userId\": \"" + author + "\"}");

        assertThat(claim.statusCode()).as(claim.body()).isEqualTo(403);
        assertThat(claim.body()).contains(author + " may not have this review", "others of " + team);
        assertThat(review(key).getAssignee()).isNull();
        json(answer(reviewer, APPROVED), 200);
    }

    private void start() {
        start(Map.of());
    }

    private void start(Map<String, Object> more) {
        Map<String, Object> facts = new java.util.HashMap<>(more);
        facts.put("accountable", team);
        facts.put("campaignName", "Own work");
        engine.getRuntimeService().startProcessInstanceByKey("work-and-gate", key, facts);
    }

    private void work(String author) {
        complete(author, WORK, "finaliseProductResult", "Done");
    }

    private void complete(String user, String taskKey, String... answers) {
        tick();
        String variables = java.util.stream.IntStream.range(0, answers.length / 2)
                .mapToObj(i -> "\"%s\": {\"value\": \"%s\"}".formatted(answers[2 * i], answers[2 * i + 1]))
                .collect(Collectors.joining(", "));
        Task task = task(key, taskKey);
        HttpResponse<String> answer =
                post(user, "/engine-rest/task/" + task.getId() + "/complete", "{\"variables\": {" + variables + "}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        tick();
    }

    private HttpResponse<String> answer(String user, String decision) {
        return answer(user, "of-our-own", decision);
    }

    private HttpResponse<String> answer(String user, String gate, String decision) {
        return post(user, "/api/campaigns/" + key + "/gates/" + gate + "/decision", decision);
    }

    private JsonNode authority(String user) {
        String path = "/engine-rest/task/" + review(key).getId() + "/form-variables?variableNames=authority";
        return json(json(get(user, path), 200).at("/authority/value").asText());
    }

    private List<String> texts() {
        return notices(key).stream().map(Notice::text).toList();
    }

    private String absence(String recorder, String user, String substitute) {
        String body = "{\"user\": \"%s\", \"from\": \"2027-03-01\", \"to\": \"2027-03-31\", \"substitute\": \"%s\"}"
                .formatted(user, substitute);
        String id = json(post(recorder, "/api/absences", body), 201).path("id").asText();
        absences.add(id);
        engine.getManagementService().createJobQuery().processInstanceId(id).list().stream()
                .filter(job -> !job.getDuedate().after(java.util.Date.from(now())))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return id;
    }

    /** Of some team that works in Tasklist, besides. */
    private String person(String name, String... groups) {
        IdentityService identity = engine.getIdentityService();
        User user = identity.newUser("own-" + newKey());
        user.setFirstName(name);
        user.setLastName("Author");
        user.setPassword(user.getId());
        identity.saveUser(user);
        identity.createMembership(user.getId(), "support");
        for (String group : groups) {
            identity.createMembership(user.getId(), group);
        }
        return user.getId();
    }
}

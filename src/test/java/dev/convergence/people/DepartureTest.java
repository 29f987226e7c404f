package dev.convergence.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and groups that go: what waits for them is handed on, and nobody inherits. */
public class DepartureTest extends SurfaceTest {

    @Autowired
    private JdbcClient jdbc;

    private String key;
    private String gone;
    private String group;

    enum Door {
        ENGINE_REST,
        WEBAPPS,
        JAVA
    }

    @BeforeEach
    void newcomer() {
        key = newKey();
        gone = "gone" + UUID.randomUUID().toString().substring(0, 8);
        group = "group" + UUID.randomUUID().toString().substring(0, 8);
        user(gone);
    }

    @AfterEach
    void tidyUp() {
        identity().deleteUser(gone);
        identity().deleteGroup(group);
    }

    private IdentityService identity() {
        return engine.getIdentityService();
    }

    private void user(String id) {
        User user = identity().newUser(id);
        user.setFirstName(id);
        user.setLastName("Newcomer");
        user.setPassword(id + "-Password-1");
        identity().saveUser(user);
    }

    private void createGroup() {
        identity().saveGroup(identity().newGroup(group));
        identity().createMembership(gone, group);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void whatSomebodyHadClaimedWaitsForTheirGroupAgain(Door door) throws Exception {
        identity().createMembership(gone, GroupCatalog.MARKETING);
        create(key);
        walkTo(key, "product-ready");
        engine.getTaskService().setAssignee(review(key).getId(), gone);

        deleteUser(door);

        assertThat(review(key).getAssignee()).isNull();
        assertThat(candidates(review(key))).contains(GroupCatalog.MARKETING);
        assertThat(told(key)).contains("departure marketing");
        user(gone);
        assertThat(review(key).getAssignee()).isNull();
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .userIdIn(gone)
                        .resourceType(Resources.TASK)
                        .count())
                .isZero();
    }

    private void deleteUser(Door door) throws Exception {
        remove(door, "/user/" + gone, () -> identity().deleteUser(gone));
    }

    private void remove(Door door, String path, Runnable java) throws Exception {
        switch (door) {
            case ENGINE_REST ->
                assertThat(delete("admin", "/engine-rest" + path).statusCode()).isEqualTo(204);
            case WEBAPPS -> {
                WebappSession session = new WebappSession(address("/"));
                session.logIn("admin", "admin");
                assertThat(session.delete("/camunda/api/engine/engine/default" + path)
                                .statusCode())
                        .isEqualTo(204);
            }
            case JAVA -> java.run();
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void whatAMemberHadClaimedWaitsForTheGroupAgain(Door door) throws Exception {
        identity().createMembership(gone, GroupCatalog.MARKETING);
        create(key);
        walkTo(key, "product-ready");
        engine.getTaskService().setAssignee(review(key).getId(), gone);

        remove(door, "/group/marketing/members/" + gone, () -> identity()
                .deleteMembership(gone, GroupCatalog.MARKETING));

        assertThat(review(key).getAssignee()).isNull();
        assertThat(told(key)).contains("departure marketing");
    }

    @Test
    void whatOnlyTheyWereNamedForGoesToTheCampaignManagers() {
        create(key);
        Task task = tasks(key).get(0);
        Stream.of(task).flatMap(one -> candidates(one).stream()).forEach(candidate -> engine.getTaskService()
                .deleteCandidateGroup(task.getId(), candidate));
        engine.getTaskService().addCandidateUser(task.getId(), gone);

        identity().deleteUser(gone);

        assertThat(candidates(task)).containsExactly(GroupCatalog.CAMPAIGN_MANAGERS);
        assertThat(told(key)).contains("departure campaign-managers");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aGroupThatIsEmptiedOrDeletedLeavesNothingBehind(Door door) throws Exception {
        createGroup();
        create(key);
        Task task = tasks(key).get(0);
        engine.getTaskService().addCandidateGroup(task.getId(), group);
        Stream.of(task)
                .flatMap(one -> candidates(one).stream())
                .filter(candidate -> !candidate.equals(group))
                .forEach(candidate -> engine.getTaskService().deleteCandidateGroup(task.getId(), candidate));

        identity().deleteMembership(gone, group);
        assertThat(candidates(task)).contains(GroupCatalog.CAMPAIGN_MANAGERS);
        assertThat(told(key)).contains("departure campaign-managers");

        remove(door, "/group/" + group, () -> identity().deleteGroup(group));
        assertThat(candidates(task)).containsExactly(GroupCatalog.CAMPAIGN_MANAGERS);
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "campaign-managers", "camunda-admin", "substitutes"})
    void aGroupThatWorkIsGivenToStays(String needed) {
        assertThat(delete("admin", "/engine-rest/group/" + needed).statusCode()).isEqualTo(400);
        assertThat(identity().createGroupQuery().groupId(needed).count()).isOne();
    }

    @Test
    void aGroupThatARungTellsStays() throws Exception {
        createGroup();
        String rungs = new ClassPathResource("bpmn/decisions/escalation-ladder-rungs.dmn")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceFirst("\"sponsors\"", "\"" + group + "\"");
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("escalation-ladder-rungs.dmn", rungs)
                .deploy()
                .getId();
        try {
            HttpResponse<String> refused = delete("admin", "/engine-rest/group/" + group);

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("escalation-ladder-rungs names it");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
        assertThat(delete("admin", "/engine-rest/group/" + group).statusCode()).isEqualTo(204);
    }

    @Test
    void aStallOfAGroupThatGoesWaitsForWhoeverHasItNow() {
        createGroup();
        create(key);
        walkTo(key, "product-ready");
        climb(key, 4);
        String stall = read(key).path("stalls").path(0).path("id").asText();
        assertThat(post(
                                CAMPAIGN_MANAGER,
                                "/api/stalls/" + stall + "/reassignment",
                                "{\"group\": \"%s\", \"rationale\": \"They know it\"}".formatted(group))
                        .statusCode())
                .isEqualTo(200);
        putFirst(group, review(key));

        identity().deleteGroup(group);

        assertThat(read(key)
                        .path("stalls")
                        .path(0)
                        .path("waitingFor")
                        .path("group")
                        .asText())
                .isIn(candidates(review(key)))
                .isNotEqualTo(group);
    }

    /** A database hands links out in any order. */
    private void putFirst(String first, Task task) {
        candidates(task).stream().filter(one -> !one.equals(first)).forEach(later -> {
            engine.getTaskService().deleteCandidateGroup(task.getId(), later);
            engine.getTaskService().addCandidateGroup(task.getId(), later);
        });
    }

    @Test
    void anAbsenceEndsWithItsSubstitute() {
        identity().createMembership(gone, GroupCatalog.LEGAL);
        json(
                post(
                        "support",
                        "/api/absences",
                        "{\"from\": \"2027-03-01\", \"to\": \"2027-03-03\", \"substitute\": \"" + gone + "\"}"),
                201);
        assertThat(lent()).isPositive();

        identity().deleteUser(gone);

        assertThat(absences()).isEmpty();
        assertThat(lent()).isZero();
        user(gone);
        assertThat(identity().createGroupQuery().groupMember(gone).count()).isZero();
        assertThat(jdbc.sql("select count(*) from cc_notice where subject = 'absence' and text like ?")
                        .param("%" + gone + "%has left%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anAbsenceEndsWithWhoeverIsAway() {
        identity().createMembership(gone, GroupCatalog.SUPPORT);
        as("admin", () -> engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "absence",
                        Map.of("user", gone, "from", "2027-03-01", "to", "2027-03-03", "substitute", "legal")));

        identity().deleteUser(gone);

        assertThat(absences()).isEmpty();
        assertThat(lent()).isZero();
    }

    private int lent() {
        return jdbc.sql("select count(*) from cc_substitution where substitute = ? or absent_user = ?")
                .params(gone, gone)
                .query(Integer.class)
                .single();
    }

    private List<String> absences() {
        JsonNode all = json(get("manager", "/api/absences"), 200);
        List<String> names = new ArrayList<>(all.findValuesAsText("user"));
        names.addAll(all.findValuesAsText("substitute"));
        return names.stream().filter(gone::equals).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "group"})
    void nobodyIsRenamed(String kind) {
        createGroup();
        String path = kind.equals("user") ? "/user/" + gone + "/profile" : "/group/" + group;
        String body = kind.equals("user")
                ? "{\"id\": \"other\", \"firstName\": \"A\", \"lastName\": \"B\"}"
                : "{\"id\": \"other\", \"name\": \"A\"}";

        assertThat(put("admin", "/engine-rest" + path, body).statusCode()).isEqualTo(400);
        assertThat(put("admin", "/engine-rest" + path, body.replace("other", kind.equals("user") ? gone : group))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void nobodyInheritsACalendar() {
        identity().createMembership(gone, "sales");
        String token = json(
                        send(request(gone, gone + "-Password-1", "/api/calendar/token")
                                .POST(BodyPublishers.noBody())),
                        201)
                .path("token")
                .asText();

        identity().deleteUser(gone);
        user(gone);

        assertThat(get(NOBODY, "/api/calendar.ics?token=" + token).statusCode()).isEqualTo(404);
    }
}

package dev.convergence.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.rest.sub.task.TaskResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Every way of coming to a decision on a gate: for somebody who did the work under review, however many rights they have;
 * for a manager who records absences and reassigns in their own favour; and for somebody with the same rights who did
 * neither.
 */
class WaysToDecideTest extends SurfaceTest {

    private static final String GATE = "product-ready";
    private static final String APPROVED = "{\"variables\": {\"gateOutcome\": {\"value\": \"APPROVED\"}}}";
    private static final String REST = "/engine-rest";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    /** What leads to a decision; every one ends with the try to decide. */
    enum Way {
        DECISION_BY_API,
        COMPLETION_BY_REST,
        FORM_BY_REST,
        COMPLETION_IN_WEBAPPS,
        FORM_IN_WEBAPPS,
        CLAIM,
        ASSIGNMENT_BY_ADMINISTRATOR,
        DELEGATION_AND_RESOLUTION,
        CANDIDATE_BY_HAND,
        CHANGE_OF_THE_TASK,
        LADDER_RUNG,
        WAIVER,
        WAIVER_BY_DECISION,
        REASSIGNMENT_TO_ONESELF,
        REASSIGNMENT_TO_OWN_GROUP,
        REASSIGNMENT_TO_WHOM_ONE_STANDS_IN_FOR,
        REASSIGNMENT_BY_ANOTHER,
        ABSENCE_RECORDED_BY_ITS_SUBSTITUTE,
        ABSENCE_BY_TASKLIST,
        ABSENCE_BY_CHAIN,
        ABSENCE_BY_CHAIN_LATER,
        ABSENCES_OF_TWO_RECORDERS
    }

    /** Of the three who try: all but the first have done nothing. */
    enum Person {
        DID_THE_WORK("product", "marketing", "managers", "campaign-managers", "sponsors"),
        RECORDS_FOR_OTHERS("managers", "support"),
        IS_NEITHER("marketing", "managers", "campaign-managers", "sponsors");

        private final String[] groups;

        Person(String... groups) {
            this.groups = groups;
        }
    }

    /** A manager waives: that is no way around anybody. */
    private static final Set<Way> OF_EVERY_MANAGER = Set.of(Way.WAIVER);

    /** The other manager gives it on purpose to somebody who did nothing. */
    private static final Set<Way> GIVEN_BY_OTHERS = Set.of(Way.REASSIGNMENT_BY_ANOTHER);

    private final String key = newKey();
    private final List<String> people = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();

    @Autowired
    private ApplicationContext application;

    private String other;

    @BeforeEach
    void anotherManager() {
        other = person("managers", "legal");
    }

    @AfterEach
    void everybodyIsBackAndLeaves() {
        StreamSupport.stream(json(get("manager", "/api/absences"), 200).spliterator(), false)
                .forEach(absence ->
                        delete("manager", "/api/absences/" + absence.path("id").asText()));
        people.forEach(engine.getIdentityService()::deleteUser);
    }

    static Stream<Arguments> everyWayOfEverybody() {
        return Arrays.stream(Way.values())
                .flatMap(way -> Arrays.stream(Person.values()).map(person -> Arguments.of(way, person)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyWayOfEverybody")
    void leadsToADecisionForThoseAloneWhoDidNothing(Way way, Person who) throws Exception {
        String user = person(who.groups);
        openGate(who == Person.DID_THE_WORK ? user : person("product"));

        attempt(way, user);

        assertThat(decidedBy(user)).as(way + " by " + who).isEqualTo(mayDecide(way, who));
        assertThat(statuses).allMatch(status -> status < 500);
    }

    private static boolean mayDecide(Way way, Person who) {
        return switch (who) {
            case DID_THE_WORK -> false;
            case RECORDS_FOR_OTHERS -> OF_EVERY_MANAGER.contains(way) || GIVEN_BY_OTHERS.contains(way);
            case IS_NEITHER -> way != Way.WAIVER_BY_DECISION;
        };
    }

    /** Whatever can be done to a task, a gate, a stall or an absence is a step of the ways above, or leads to none. */
    @Test
    void knowsEveryDoor() {
        assertThat(changesOf(TaskResource.class))
                .containsExactlyInAnyOrder(
                        "addIdentityLink",
                        "setAssignee",
                        "claim",
                        "complete",
                        "delegate",
                        "deleteIdentityLink",
                        "deleteTask",
                        "handleBpmnError",
                        "handleEscalation",
                        "resolve",
                        "submit",
                        "unclaim",
                        "updateTask");
        assertThat(changesOfControllers())
                .containsExactlyInAnyOrder(
                        "GateController.decideGate",
                        "StallController.extendStall",
                        "StallController.reassignStall",
                        "StallController.remindOfStall",
                        "StallController.waiveStall",
                        "AbsenceController.recordAbsence",
                        "AbsenceController.endAbsence");
    }

    private void attempt(Way way, String user) throws Exception {
        String task = "/task/" + review(key).getId();
        switch (way) {
            case DECISION_BY_API ->
                send(post(
                        user, "/api/campaigns/" + key + "/gates/" + GATE + "/decision", "{\"outcome\": \"APPROVED\"}"));
            case FORM_BY_REST -> send(post(user, REST + task + "/submit-form", APPROVED));
            case COMPLETION_IN_WEBAPPS -> send(tasklistOf(user).post(WEBAPPS + task + "/complete", APPROVED));
            case FORM_IN_WEBAPPS -> send(tasklistOf(user).post(WEBAPPS + task + "/submit-form", APPROVED));
            case CLAIM -> send(post(user, REST + task + "/claim", "{\"userId\": \"%s\"}".formatted(user)));
            case ASSIGNMENT_BY_ADMINISTRATOR ->
                send(post("admin", REST + task + "/assignee", "{\"userId\": \"%s\"}".formatted(user)));
            case DELEGATION_AND_RESOLUTION -> {
                send(post("admin", REST + task + "/assignee", "{\"userId\": \"marketing\"}"));
                send(post("admin", REST + task + "/delegate", "{\"userId\": \"%s\"}".formatted(user)));
                send(post(user, REST + task + "/resolve", "{}"));
            }
            case CANDIDATE_BY_HAND ->
                send(post(
                        "admin",
                        REST + task + "/identity-links",
                        "{\"userId\": \"%s\", \"type\": \"candidate\"}".formatted(user)));
            case CHANGE_OF_THE_TASK ->
                send(put("admin", REST + task, "{\"assignee\": \"%s\", \"owner\": \"marketing\"}".formatted(user)));
            case LADDER_RUNG -> climb(key, 4);
            case WAIVER -> act(user, "waiver", "{\"rationale\": \"x\"}");
            case WAIVER_BY_DECISION -> {
                send(post(user, REST + task + "/complete", waived()));
                return;
            }
            case REASSIGNMENT_TO_ONESELF -> act(user, "reassignment", to("user", user));
            case REASSIGNMENT_TO_OWN_GROUP -> act(user, "reassignment", to("group", ownGroupOf(user)));
            case REASSIGNMENT_TO_WHOM_ONE_STANDS_IN_FOR -> {
                String away = person("support");
                send(absence(away, away, user));
                act(user, "reassignment", to("user", away));
            }
            case REASSIGNMENT_BY_ANOTHER -> act(other, "reassignment", to("user", user));
            case ABSENCE_RECORDED_BY_ITS_SUBSTITUTE -> send(absence(user, "marketing", user));
            case ABSENCE_BY_TASKLIST ->
                send(tasklistOf(user)
                        .post(WEBAPPS + "/process-definition/key/absence/submit-form", form("marketing", user)));
            case ABSENCE_BY_CHAIN -> {
                String between = person("support");
                send(absence(between, between, user));
                send(absence(user, "marketing", between));
            }
            case ABSENCE_BY_CHAIN_LATER -> {
                String between = person("support");
                send(absence(user, "marketing", between));
                send(absence(user, between, user));
                send(absence(between, between, user));
            }
            case ABSENCES_OF_TWO_RECORDERS -> {
                send(absence(user, person("legal"), other));
                send(absence(other, "marketing", user));
            }
            default -> {}
        }
        if (review(key) != null) {
            send(post(user, REST + task + "/complete", APPROVED));
        }
    }

    private String waived() {
        return "{\"variables\": {\"gateOutcome\": {\"value\": \"WAIVED\"}, \"gateComment\": {\"value\": \"x\"}}}";
    }

    private void openGate(String author) {
        create(key);
        walkTo(key, "userTask_finaliseProduct");
        HttpResponse<String> done = post(
                author,
                REST + "/task/" + task(key, "userTask_finaliseProduct").getId() + "/complete",
                "{\"variables\": {\"finaliseProductResult\": {\"value\": \"Done\"}}}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    }

    /** As soon as the gate has stalled. */
    private void act(String user, String action, String body) {
        climb(key, 3);
        String stall = read(key).at("/stalls/0/id").asText();
        send(post(user, "/api/stalls/" + stall + "/" + action, body));
    }

    private static String to(String what, String whom) {
        return "{\"%s\": \"%s\", \"rationale\": \"x\"}".formatted(what, whom);
    }

    private String ownGroupOf(String user) {
        IdentityService identity = engine.getIdentityService();
        String group = "group-" + newKey();
        identity.saveGroup(identity.newGroup(group));
        identity.createMembership(user, group);
        return group;
    }

    private HttpResponse<String> absence(String recorder, String user, String substitute) {
        return post(
                recorder,
                "/api/absences",
                "{\"user\": \"%s\", \"from\": \"2027-03-01\", \"to\": \"2027-03-31\", \"substitute\": \"%s\"}"
                        .formatted(user, substitute));
    }

    private static String form(String user, String substitute) {
        return """
                {"variables": {"user": {"value": "%s"}, "substitute": {"value": "%s"},
                 "from": {"value": "2027-03-01"}, "to": {"value": "2027-03-31"}}}"""
                .formatted(user, substitute);
    }

    private WebappSession tasklistOf(String user) throws Exception {
        WebappSession session = new WebappSession(address("/"));
        session.logIn(user, "tasklist");
        return session;
    }

    private void send(HttpResponse<String> answer) {
        statuses.add(answer.statusCode());
    }

    private boolean decidedBy(String user) {
        List<HistoricTaskInstance> reviews = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(GateProcess.REVIEW_GATE)
                .finished()
                .list();
        return reviews.stream().anyMatch(review -> user.equals(review.getAssignee()));
    }

    private static Set<String> changesOf(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> Stream.<Class<? extends Annotation>>of(POST.class, PUT.class, DELETE.class)
                        .anyMatch(method::isAnnotationPresent))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private Set<String> changesOfControllers() {
        return application
                .getBeansWithAnnotation(org.springframework.web.bind.annotation.RestController.class)
                .values()
                .stream()
                .map(Object::getClass)
                .map(org.springframework.util.ClassUtils::getUserClass)
                .filter(type -> Set.of("GateController", "StallController", "AbsenceController")
                        .contains(type.getSimpleName()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                        .filter(method -> !AnnotatedElementUtils.hasAnnotation(method, GetMapping.class))
                        .map(method -> type.getSimpleName() + "." + method.getName()))
                .collect(Collectors.toSet());
    }

    /** A person whose password is their name. */
    private String person(String... groups) {
        IdentityService identity = engine.getIdentityService();
        User user = identity.newUser("way-" + newKey());
        user.setPassword(user.getId());
        identity.saveUser(user);
        Arrays.stream(groups).forEach(group -> identity.createMembership(user.getId(), group));
        people.add(user.getId());
        return user.getId();
    }
}

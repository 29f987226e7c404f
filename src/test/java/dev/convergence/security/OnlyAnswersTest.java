package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a task asks for in its state gets in, and what somebody would steer the campaign with stays out. */
class OnlyAnswersTest extends SurfaceTest {

    private static final String REST = "/engine-rest";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    private static final String ACCEPTING =
            """
            <userTask id="work"><extensionElements><camunda:properties>
              <camunda:property name="acceptedVariables" value="amount place" />
            </camunda:properties></extensionElements></userTask>""";

    private final String key = newKey();
    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void removeModels() {
        deployments.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    @ParameterizedTest
    @CsvSource({
        "legal,     product-ready,          userTask_giveAdvice,     advice,     voter,        marketing",
        "legal,     product-ready,          userTask_giveAdvice,     advice,     voteOn,       false",
        "legal,     product-ready,          userTask_giveAdvice,     advice,     contentReady, false",
        "marketing, userTask_prepareHandoff, userTask_prepareHandoff, handoffWhat, sla,         P90D",
    })
    void areWhoDecidesAndWhenItIsDueInNoTask(
            String user, String place, String taskKey, String field, String added, String value) throws Exception {
        create(key);
        walkTo(key, place);
        Task task = task(key, taskKey);

        for (String door : new String[] {"complete", "submit-form", "resolve"}) {
            String path = "/task/" + task.getId() + "/" + door;
            String sent = variables(Map.of(field, "Mind the warranty", added, value));
            assertNamed(post(user, REST + path, sent), added);
            WebappSession session = new WebappSession(address("/"));
            session.logIn(user, "tasklist");
            assertNamed(session.post(WEBAPPS + path, sent), added);
        }

        assertThat(task(key, taskKey).getId()).isEqualTo(task.getId());
        assertThat(engine.getTaskService().getVariable(task.getId(), field)).isNull();
    }

    @Test
    void areNotWhatTheFormHidesInThisState() {
        create(key);
        walkTo(key, "product-ready");
        String complete = REST + "/task/" + review(key).getId() + "/complete";

        HttpResponse<String> hidden =
                post("marketing", complete, variables(Map.of("gateOutcome", "APPROVED", "contentReady", "true")));

        assertNamed(hidden, "contentReady");
        assertThat(hidden.body()).contains("does not show it in this state");
        assertThat(review(key)).isNotNull();
        assertThat(post("marketing", complete, variables(Map.of("gateOutcome", "APPROVED")))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void areNotWhatTheFormOnlyShows() {
        Task task = openTask(
                "<userTask id=\"work\" camunda:formRef=\"shown\" camunda:formRefBinding=\"deployment\" />",
                "{\"id\": \"shown\", \"type\": \"default\", \"components\": [{\"key\": \"seen\", \"type\": \"textfield\","
                        + " \"defaultValue\": \"this\", \"disabled\": true}]}");
        String complete = REST + "/task/" + task.getId() + "/complete";

        HttpResponse<String> changed = post("admin", complete, variables(Map.of("seen", "that")));

        assertNamed(changed, "seen");
        assertThat(changed.body()).contains("only shows it");
        assertThat(post("admin", complete, variables(Map.of("seen", "this"))).statusCode())
                .isEqualTo(204);
        assertThat(kept(task)).isEmpty();
    }

    @Test
    void areWhatTheModelAcceptsWhereThereIsNoForm() {
        Task silent = openTask("<userTask id=\"work\" />", "{}");
        Task asking = openTask(ACCEPTING, "{}");
        String complete = REST + "/task/" + asking.getId() + "/complete";

        assertNamed(
                post("admin", REST + "/task/" + silent.getId() + "/complete", variables(Map.of("amount", "12"))),
                "amount");
        assertNamed(post("admin", complete, variables(Map.of("amount", "12", "sla", "P90D"))), "sla");
        assertThat(post("admin", complete, variables(Map.of("amount", "12"))).statusCode())
                .isEqualTo(204);
        assertThat(kept(asking)).containsExactly("amount");
    }

    @Test
    void keepTheBoundsOfTextsAndNumbers() {
        Task task = openTask(ACCEPTING, "{}");
        for (String door : new String[] {"complete", "submit-form", "resolve"}) {
            String path = REST + "/task/" + task.getId() + "/" + door;

            HttpResponse<String> number =
                    post("admin", path, "{\"variables\": {\"amount\": {\"value\": 1e300, \"type\": \"Double\"}}}");
            HttpResponse<String> text = post(
                    "admin", path, "{\"variables\": {\"place\": {\"value\": \"a\\u0007b\", \"type\": \"String\"}}}");

            assertThat(number.statusCode()).as(door + number.body()).isEqualTo(400);
            assertThat(number.body()).contains("amount must have at most 15 digits before the point");
            assertThat(text.statusCode()).as(door + text.body()).isEqualTo(400);
            assertThat(text.body()).contains("place has a character that cannot be stored");
        }
    }

    private Task openTask(String userTask, String form) {
        String process = "own-" + newKey();
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .name(process)
                .addString(
                        process + ".bpmn",
                        """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                          <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <startEvent id="start" /><sequenceFlow id="begin" sourceRef="start" targetRef="work" />
                            %s
                          </process>
                        </definitions>"""
                                .formatted(process, userTask))
                .addString("shown.form", form)
                .deploy()
                .getId());
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(engine.getRuntimeService()
                        .startProcessInstanceByKey(process)
                        .getId())
                .singleResult();
    }

    private List<String> kept(Task task) {
        return engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .list()
                .stream()
                .map(HistoricVariableInstance::getName)
                .toList();
    }

    private static void assertNamed(HttpResponse<String> answer, String variable) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(variable + " is no answer to this task");
    }

    private static String variables(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> "\"%s\": {\"value\": \"%s\"}".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{\"variables\": {", "}}"));
    }
}

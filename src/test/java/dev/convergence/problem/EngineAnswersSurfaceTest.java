package dev.convergence.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller does wrong at the engine's REST, and at that of the web applications, is never answered as a fault. */
class EngineAnswersSurfaceTest extends SurfaceTest {

    private static final String JSON = "application/json";
    private static final String BOUNDARY = "xxBOUNDARYxx";

    /** Both ways to the engine's REST. */
    enum Way {
        ENGINE_REST {
            @Override
            HttpResponse<String> call(
                    EngineAnswersSurfaceTest test, String user, String method, String path, String type, String body) {
                return test.send(test.request(user, "/engine-rest" + path)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body)));
            }
        },
        WEBAPPS {
            @Override
            HttpResponse<String> call(
                    EngineAnswersSurfaceTest test, String user, String method, String path, String type, String body)
                    throws Exception {
                WebappSession session = new WebappSession(test.address("/"));
                session.logIn(user, "tasklist");
                return session.call(method, "/camunda/api/engine/engine/default" + path, type, body);
            }
        };

        abstract HttpResponse<String> call(
                EngineAnswersSurfaceTest test, String user, String method, String path, String type, String body)
                throws Exception;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRefusedPassword(Way way) throws Exception {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.setEnablePasswordPolicy(true);
        try {
            assertRefused(
                    way.call(
                            this,
                            "admin",
                            "POST",
                            "/user/create",
                            JSON,
                            "{\"profile\":{\"id\":\"weak\"},\"credentials\":{\"password\":\"weak\"}}"),
                    400,
                    "policy");
            assertRefused(
                    way.call(
                            this,
                            "legal",
                            "PUT",
                            "/user/legal/credentials",
                            JSON,
                            "{\"password\":\"weak\",\"authenticatedUserPassword\":\"legal\"}"),
                    400,
                    "policy");
        } finally {
            configuration.setEnablePasswordPolicy(false);
        }
        assertThat(engine.getIdentityService().createUserQuery().userId("weak").count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "ENGINE_REST, start",
        "ENGINE_REST, submit-form",
        "WEBAPPS, start",
        "WEBAPPS, submit-form",
    })
    void aRefusedAbsence(Way way, String operation) throws Exception {
        String body =
                """
                {"variables": {"user": {"value": "legal", "type": "String"},
                 "from": {"value": "2027-05-07", "type": "String"},
                 "to": {"value": "2027-05-03", "type": "String"},
                 "substitute": {"value": "legal", "type": "String"}}}""";

        HttpResponse<String> answer =
                way.call(this, "legal", "POST", "/process-definition/key/absence/" + operation, JSON, body);

        assertRefused(answer, 400, "");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anEmptyBody(Way way) throws Exception {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("campaign")
                .latestVersion()
                .singleResult()
                .getId();

        HttpResponse<String> answer =
                way.call(this, "admin", "POST", "/process-definition/" + definition + "/restart-async", JSON, "");

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void twoHundredThousandParentheses(Way way) throws Exception {
        String deep = "(".repeat(200_000);

        assertRefused(
                way.call(
                        this,
                        "legal",
                        "POST",
                        "/task?maxResults=1",
                        JSON,
                        "{\"orQueries\":[{\"assigneeExpression\":\"${" + deep + "1" + deep.replace('(', ')')
                                + "}\"}]}"),
                400,
                "");
        assertRefused(way.call(this, "legal", "POST", "/task?maxResults=1", JSON, "[".repeat(200_000)), 400, "");
        assertRefused(
                way.call(
                        this,
                        "legal",
                        "POST",
                        "/task?maxResults=1",
                        JSON,
                        "{\"orQueries\":" + "[{\"orQueries\":".repeat(20_000)),
                400,
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.bpmn", "x.dmn", "x.form"})
    void aFileThatIsNone(String name) throws Exception {
        for (Way way : Way.values()) {
            try (LoggedEvents log = LoggedEvents.open()) {
                HttpResponse<String> answer = way.call(
                        this,
                        "process-owner",
                        "POST",
                        "/deployment/create",
                        "multipart/form-data; boundary=" + BOUNDARY,
                        multipart(name, "This is neither XML nor JSON."));

                assertRefused(answer, 400, name);
                assertOneLine(log);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENGINE_REST, complete", "ENGINE_REST, submit-form", "ENGINE_REST, resolve", "ENGINE_REST, claim",
        "WEBAPPS, complete", "WEBAPPS, submit-form", "WEBAPPS, resolve", "WEBAPPS, claim",
    })
    void aTaskThatIsGone(Way way, String operation) throws Exception {
        String key = newKey();
        startGate(key, "g1", Map.of());
        Task task = review(key);
        engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "over");
        String body = operation.equals("claim") ? "{\"userId\":\"admin\"}" : "{}";

        assertRefused(way.call(this, "admin", "POST", "/task/" + task.getId() + "/" + operation, JSON, body), 409, "");
        assertRefused(way.call(this, "admin", "POST", "/task/never-was/" + operation, JSON, body), 404, "");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRefusedForm(Way way) throws Exception {
        String key = newKey();
        startGate(key, "g1", Map.of());
        String task = review(key).getId();
        try (LoggedEvents log = LoggedEvents.open()) {
            HttpResponse<String> answer = way.call(
                    this,
                    "admin",
                    "POST",
                    "/task/" + task + "/submit-form",
                    JSON,
                    "{\"variables\":{\"gateOutcome\":{\"value\":\"PERHAPS\",\"type\":\"String\"}}}");

            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
            assertOneLine(log);
        }
        assertThat(review(key)).isNotNull();
    }

    @Test
    void anUnknownAddress() {
        HttpResponse<String> page = send(
                request("legal", "/nothing-here").header("Accept", "text/html").GET());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("no page at this address");
        assertProblem(get("legal", "/api/nothing-here"), 404);
        assertThat(get("legal", "/engine-rest/nothing-here").statusCode()).isEqualTo(404);
        assertThat(get(NOBODY, "/error").statusCode()).isEqualTo(404);
        assertThat(get("legal", "/error").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownAddressOfTheWebapps() throws Exception {
        WebappSession session = new WebappSession(address("/"));
        session.logIn("admin", "tasklist");

        for (String path : new String[] {"/camunda/nothing-here", "/camunda/api/engine/engine/default/nothing-here"}) {
            assertThat(session.open(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private void assertRefused(HttpResponse<String> answer, int status, String word) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer.body()).path("type").asText()).as(answer.body()).isNotBlank();
        assertThat(json(answer.body()).path("message").asText())
                .as(answer.body())
                .isNotBlank()
                .containsIgnoringCase(word);
    }

    private static void assertOneLine(LoggedEvents log) {
        assertThat(log.from(Level.INFO))
                .filteredOn(line -> !line.contains("LazyDelegateFilter"))
                .hasSizeLessThanOrEqualTo(1)
                .noneMatch(line -> line.contains("STACK") || line.contains("\n") || line.startsWith("ERROR"));
    }

    private static String multipart(String name, String content) {
        return "--%1$s\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nnone\r\n--%1$s\r\nContent-Disposition: form-data; name=\"data\"; filename=\"%2$s\"\r\nContent-Type: text/plain\r\n\r\n%3$s\r\n--%1$s--\r\n"
                .formatted(BOUNDARY, name, content);
    }
}

package dev.convergence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.ApplicationProcess;
import dev.convergence.EmbeddedDatabase;
import dev.hungry.HungryConfiguration;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes with little memory on one database, and what stops them. */
@Tag("nodes")
@Tag("packaged")
class NodeThatDiesTest {

    /** What the virtual machine ends with when its memory is used up, and so does the application. */
    private static final int OUT_OF_MEMORY = 3;

    private static final List<String> LITTLE_MEMORY = List.of("-Xmx400m", "-XX:TieredStopAtLevel=1");
    private static final List<String> AS_IN_PRODUCTION =
            List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");
    private static final Duration QUICK = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path classes;

    private String database;

    @BeforeEach
    void prepare() throws Exception {
        database = EmbeddedDatabase.freshDatabaseUrl();
        ApplicationProcess.copyClasses(HungryConfiguration.class, classes);
    }

    @Test
    void aJobThatEndsTwoNodesIsSetAsideByTheThird() throws Exception {
        try (ApplicationProcess first = node(AS_IN_PRODUCTION)) {
            deploy(first, "hungry.bpmn", model());
            assertThat(start(first).statusCode()).isEqualTo(200);
            assertThat(first.exitCode()).isEqualTo(OUT_OF_MEMORY);
        }
        // Without the option the application ends itself.
        try (ApplicationProcess second = node(LITTLE_MEMORY)) {
            assertThat(second.exitCode()).isEqualTo(OUT_OF_MEMORY);
        }
        try (ApplicationProcess third = node(AS_IN_PRODUCTION)) {
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> get(third, "/engine-rest/incident?incidentType=failedJob")
                                    .size()
                            == 1);

            JsonNode incident =
                    get(third, "/engine-rest/incident?incidentType=failedJob").get(0);
            assertThat(incident.path("activityId").asText()).isEqualTo("hungry");
            assertThat(incident.path("incidentMessage").asText())
                    .contains("twice the node that ran this job died", "increment the retries");
            assertThat(get(third, "/engine-rest/job?withRetriesLeft=true&processDefinitionKey=eating"))
                    .isEmpty();
            assertThat(get(third, "/engine-rest/task?taskDefinitionKeyLike=done%25"))
                    .hasSize(3);
            assertThat(third.isRunning()).isTrue();
        }
    }

    @Test
    void modelsThatCouldStopANodeAreRefusedAndTheRestIsAnswered() throws Exception {
        try (ApplicationProcess node = node(LITTLE_MEMORY)) {
            int deep = 60_000;
            String nested = "<s id='x'>".repeat(deep) + "</s>".repeat(deep);
            long before = System.nanoTime();

            HttpResponse<String> processes = deploy(
                    node,
                    "deep.bpmn",
                    "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'><process id='p'>"
                            + nested.replace("s id", "subProcess id").replace("</s>", "</subProcess>")
                            + "</process></definitions>");
            HttpResponse<String> decision = deploy(node, "loop.dmn", endlessDecision());

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(QUICK);
            assertThat(processes.statusCode()).as(processes.body()).isEqualTo(400);
            assertThat(decision.statusCode()).as(decision.body()).isEqualTo(400);
            assertThat(decision.body()).contains("may come to more than 2000000 values");
            assertThat(get(node, "/engine-rest/deployment?name=runaway")).isEmpty();
            assertThat(deploy(node, "eating.bpmn", model()).statusCode()).isEqualTo(200);
        }
    }

    private ApplicationProcess node(List<String> options) throws Exception {
        return ApplicationProcess.startPackaged(
                options,
                classes,
                database,
                "--spring.datasource.username=" + EmbeddedDatabase.USER,
                "--spring.main.sources=" + HungryConfiguration.class.getName(),
                "--camunda.bpm.job-execution.lock-time-in-millis=4000");
    }

    /** Three steps that are fine, beside one that eats. */
    private static String model() {
        StringBuilder fine = new StringBuilder();
        for (int step = 1; step <= 3; step++) {
            fine.append(
                    """
                    <sequenceFlow id="to%1$d" sourceRef="fork" targetRef="fine%1$d" /><task id="fine%1$d" camunda:asyncBefore="true" camunda:exclusive="false" />
                    <sequenceFlow id="from%1$d" sourceRef="fine%1$d" targetRef="done%1$d" /><userTask id="done%1$d" />"""
                            .formatted(step));
        }
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <process id="eating" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start" /><sequenceFlow id="begin" sourceRef="start" targetRef="fork" /><parallelGateway id="fork" />
                    <sequenceFlow id="to" sourceRef="fork" targetRef="hungry" /><task id="hungry" camunda:asyncBefore="true" camunda:exclusive="false" />
                    %s
                  </process>
                </definitions>"""
                .formatted(fine);
    }

    private static String endlessDecision() {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="n">
                  <decision id="loop" name="Loop" camunda:historyTimeToLive="P1D">
                    <variable id="variable" name="loop" /><literalExpression id="literal"><text>for i in 1..100000000 return i</text></literalExpression>
                  </decision>
                </definitions>""";
    }

    private HttpResponse<String> deploy(ApplicationProcess node, String file, String content) throws Exception {
        String boundary = "a-line-between-files";
        String body =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nrunaway\r\n--"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\"" + file
                        + "\"\r\n\r\n"
                        + content + "\r\n--" + boundary + "--\r\n";
        return send(request(node, "/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> start(ApplicationProcess node) throws Exception {
        return send(request(node, "/engine-rest/process-definition/key/eating/start")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    private JsonNode get(ApplicationProcess node, String path) throws Exception {
        return json.readTree(send(request(node, path + "&maxResults=50").GET()).body());
    }

    private static HttpRequest.Builder request(ApplicationProcess node, String path) {
        return node.request("admin", path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}

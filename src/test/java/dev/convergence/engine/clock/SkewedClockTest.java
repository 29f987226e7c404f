package dev.convergence.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.ApplicationProcess;
import dev.convergence.EmbeddedDatabase;
import dev.skewed.SkewedClockConfiguration;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas on one database, real processes, with clocks that a test can set. The second starts while another deploys. */
@Tag("nodes")
class SkewedClockTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration A_FEW_LOOKS_FOR_JOBS = Duration.ofSeconds(3);
    private static final String READINESS = "/actuator/health/readiness";
    private static final String DEPLOYMENT = "a-line-between-files";

    @TempDir
    private static Path classes;

    private static String database;
    private static ApplicationProcess first;
    private static ApplicationProcess second;
    private static boolean waitedForTheLock;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void startTwoReplicas() throws Exception {
        ApplicationProcess.copyClasses(SkewedClockConfiguration.class, classes);
        database = EmbeddedDatabase.freshDatabaseUrl();
        first = replica();
        try (Connection deploying = DriverManager.getConnection(database);
                Statement statement = deploying.createStatement()) {
            deploying.setAutoCommit(false);
            statement.executeQuery("select value_ from act_ge_property where name_ = 'deployment.lock' for update");
            CompletableFuture<ApplicationProcess> starting = CompletableFuture.supplyAsync(SkewedClockTest::replica);
            await().atMost(Duration.ofSeconds(120)).until(() -> starting.isDone() || waitsForTheLock());
            waitedForTheLock = waitsForTheLock();
            deploying.commit();
            second = starting.join();
        }
    }

    @AfterAll
    static void stopReplicas() throws Exception {
        ApplicationProcess.closeAll(first, second);
    }

    @BeforeEach
    @AfterEach
    void setClocksRight() throws Exception {
        for (ApplicationProcess replica : List.of(first, second)) {
            setClock(replica, Duration.ZERO);
            await().atMost(SOON).until(() -> readiness(replica) == 200);
        }
    }

    @Test
    void aNodeThatStartsWhileAnotherDeploysWaitsForIt() throws Exception {
        assertThat(waitedForTheLock).isTrue();
        assertThat(count("select count(*) from act_re_deployment where name_ = 'campaign-convergence'"))
                .as("deployments of the same models")
                .isEqualTo(1);
    }

    @Test
    void aNodeWhoseClockIsAheadIsLeftOutAndFiresNothingEarly() throws Exception {
        setClock(second, Duration.ofMinutes(10));

        await().atMost(SOON).until(() -> readiness(second) == 503);
        assertThat(readiness(first)).isEqualTo(200);
        JsonNode health = get("operator", second, READINESS);
        assertThat(health.at("/components/clock/details/reason").asText())
                .containsPattern("clock of this node is (10m|9m59)")
                .contains("ahead of the database's");
        assertThat(get("legal", second, READINESS).has("components")).isFalse();
        assertThat(send("operator", second, "GET", "/actuator/prometheus", "").body())
                .contains("convergence_clock_right 0.0")
                .containsPattern("convergence_clock_ahead_seconds (599|600)\\.");

        String instance = startProcess("later");

        await().during(A_FEW_LOOKS_FOR_JOBS)
                .atMost(SOON)
                .until(() -> tasks(instance) == 0 && untakenJobs(instance) == 1);
    }

    @Test
    void nodesWhoseClocksAreWrongLeaveWhatIsDueUntilOneIsRight() throws Exception {
        setClock(first, Duration.ofMinutes(-10));
        setClock(second, Duration.ofMinutes(10));
        String instance = startProcess("now");
        await().during(A_FEW_LOOKS_FOR_JOBS).atMost(SOON).until(() -> tasks(instance) == 0);

        setClock(second, Duration.ZERO);

        await().atMost(SOON).until(() -> tasks(instance) == 1);
        assertThat(readiness(first)).isEqualTo(503);
        assertThat(readiness(second)).isEqualTo(200);
    }

    @Test
    void aJobThatAClockAheadHasLockedIsFreeBeforeThat() throws Exception {
        String instance = startProcess("later");
        execute("update act_ru_job set duedate_ = (now() at time zone 'UTC') - interval '1 second',"
                + " lock_owner_ = 'a-node-that-died', lock_exp_time_ = (now() at time zone 'UTC') + interval '10 minutes'"
                + " where process_instance_id_ = '" + instance + "'");

        await().atMost(SOON).until(() -> tasks(instance) == 1);
    }

    private static ApplicationProcess replica() {
        try {
            return ApplicationProcess.startPackaged(
                    List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"),
                    classes,
                    database,
                    "--spring.datasource.username=" + EmbeddedDatabase.USER,
                    "--spring.datasource.hikari.connection-init-sql=set lock_timeout = '1s'",
                    "--spring.main.sources=" + SkewedClockConfiguration.class.getName(),
                    "--camunda.bpm.job-execution.lock-time-in-millis=3000");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** For longer than anything else is waited for. */
    private static boolean waitsForTheLock() throws SQLException {
        return count("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query ilike '%deployment.lock%'"
                        + " and now() - query_start > interval '1500 milliseconds'")
                > 0;
    }

    private void setClock(ApplicationProcess node, Duration ahead) throws Exception {
        HttpResponse<String> answer = send("admin", node, "PUT", "/api/clock-of-node?ahead=" + ahead, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private int readiness(ApplicationProcess node) throws Exception {
        return client.send(HttpRequest.newBuilder(node.uri(READINESS)).build(), BodyHandlers.ofString())
                .statusCode();
    }

    /** A person's task after a job that is due {@code now}, or five minutes {@code later}. */
    private String startProcess(String when) throws Exception {
        String process = "<process id='%s' isExecutable='true' camunda:historyTimeToLive='P1D'>"
                + "<startEvent id='start' /><sequenceFlow id='flow_1' sourceRef='start' targetRef='wait' />%s"
                + "<sequenceFlow id='flow_2' sourceRef='wait' targetRef='done' /><userTask id='done' /></process>";
        String wait = when.equals("now")
                ? "<task id='wait' camunda:asyncBefore='true' />"
                : "<intermediateCatchEvent id='wait'><timerEventDefinition><timeDuration>PT5M</timeDuration>"
                        + "</timerEventDefinition></intermediateCatchEvent>";
        deploy("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>"
                + process.formatted(when, wait) + "</definitions>");
        return json(send("admin", first, "POST", "/engine-rest/process-definition/key/" + when + "/start", "{}"))
                .path("id")
                .asText();
    }

    private void deploy(String model) throws Exception {
        String part = "--" + DEPLOYMENT + "\r\nContent-Disposition: form-data; name=";
        String body = part + "\"deployment-name\"\r\n\r\nwaiting\r\n" + part
                + "\"waiting.bpmn\"; filename=\"waiting.bpmn\"\r\n\r\n" + model + "\r\n--" + DEPLOYMENT + "--\r\n";
        json(client.send(
                first.request("admin", "/engine-rest/deployment/create")
                        .header("Content-Type", "multipart/form-data; boundary=" + DEPLOYMENT)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
    }

    private static long tasks(String instance) throws SQLException {
        return count("select count(*) from act_ru_task where proc_inst_id_ = '" + instance + "'");
    }

    private static long untakenJobs(String instance) throws SQLException {
        return count("select count(*) from act_ru_job where lock_owner_ is null and process_instance_id_ = '" + instance
                + "'");
    }

    private JsonNode get(String user, ApplicationProcess node, String path) throws Exception {
        return json.readTree(send(user, node, "GET", path, "").body());
    }

    private JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(String user, ApplicationProcess node, String method, String path, String body)
            throws Exception {
        return node.call(user, method, path, body);
    }

    private static long count(String query) throws SQLException {
        return EmbeddedDatabase.count(database, query);
    }

    private static void execute(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        }
    }
}

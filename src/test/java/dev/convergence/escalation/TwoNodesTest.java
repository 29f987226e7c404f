package dev.convergence.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.ApplicationProcess;
import dev.convergence.EmbeddedDatabase;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas on one database, real processes. One dies while rungs are due; the other climbs what is left. */
@Tag("nodes")
class TwoNodesTest {

    private static final int GATES = 32;
    private static final Duration IN_TIME = Duration.ofSeconds(90);
    private static final List<String> RUNGS = List.of("remind", "backup", "manager", "sponsor");

    private static String database;
    private static ApplicationProcess survivor;
    private static ApplicationProcess victim;

    private final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void startTwoReplicas() throws Exception {
        database = EmbeddedDatabase.freshDatabaseUrl();
        survivor = replica();
        victim = replica();
    }

    @AfterAll
    static void stopReplicas() throws Exception {
        ApplicationProcess.closeAll(survivor, victim);
    }

    @Test
    void everyRungIsClimbedOnceAndInOrderThoughANodeDies() throws Exception {
        bringToTheirGates();

        // Some have been reminded, none has reached the top: every gate has rungs before it.
        await().atMost(IN_TIME)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count("select count(*) from cc_notice") >= GATES / 4);
        victim.kill();

        await().atMost(IN_TIME)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> count("select count(*) from cc_notice where subject = 'sponsor'") >= GATES);
        assertThat(rungsByCampaign())
                .hasSize(GATES)
                .allSatisfy((campaign, rungs) -> assertThat(rungs).as(campaign).isEqualTo(RUNGS));
        assertThat(count("select count(*) from act_ru_job where retries_ = 0")).isZero();
        assertThat(count("select count(*) from act_ru_job where duedate_ < now() - interval '5 seconds'"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from act_ru_incident where incident_type_ = 'stalledGate' and activity_id_ = 'userTask_reviewGate'"))
                .isEqualTo(GATES);
        assertThat(count("select count(*) from act_ru_task where task_def_key_ = 'userTask_resolveStall'"))
                .isEqualTo(GATES);
        assertNoneIsStuck();
    }

    /** A gate that was decided lets its campaign go on. */
    private void assertNoneIsStuck() throws Exception {
        for (JsonNode review : tasks("userTask_reviewGate")) {
            String outcome = "{\"variables\": {\"gateOutcome\": {\"value\": \"APPROVED\"}}}";
            assertThat(call(
                                    "marketing",
                                    "POST",
                                    "/engine-rest/task/" + review.path("id").asText() + "/complete",
                                    outcome)
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(tasks("userTask_writeMessages")).hasSize(GATES);
        assertThat(tasks("userTask_resolveStall")).isEmpty();
        assertThat(count("select count(*) from act_ru_incident")).isZero();
    }

    private void bringToTheirGates() throws Exception {
        inParallel(numbers(), number -> {
            String campaign =
                    """
                    {"key": "nodes-%d", "name": "Campaign %d", "type": "always-on", "priority": "rehearsal", "pattern": "sequential"}"""
                            .formatted(number, number);
            assertThat(call("campaign-manager", "POST", "/api/campaigns", campaign)
                            .statusCode())
                    .isEqualTo(201);
        });
        completeAll("userTask_writeBrief", "{}");
        completeAll("userTask_finaliseProduct", "{\"variables\": {\"finaliseProductResult\": {\"value\": \"Done\"}}}");
    }

    private void completeAll(String taskKey, String answer) throws Exception {
        List<JsonNode> open = tasks(taskKey);
        assertThat(open).hasSize(GATES);
        inParallel(open, task -> assertThat(call(
                                "admin",
                                "POST",
                                "/engine-rest/task/" + task.path("id").asText() + "/complete",
                                answer)
                        .statusCode())
                .isEqualTo(204));
    }

    private List<JsonNode> tasks(String taskKey) throws Exception {
        List<JsonNode> tasks = new ArrayList<>();
        json.readTree(call("admin", "GET", "/engine-rest/task?maxResults=100&taskDefinitionKey=" + taskKey, "")
                        .body())
                .forEach(tasks::add);
        return tasks;
    }

    private static List<Integer> numbers() {
        return java.util.stream.IntStream.range(0, GATES).boxed().toList();
    }

    @FunctionalInterface
    private interface Step<T> {
        void of(T one) throws Exception;
    }

    private static <T> void inParallel(List<T> all, Step<T> step) {
        List<CompletableFuture<Void>> steps = all.stream()
                .map(one -> CompletableFuture.runAsync(() -> {
                    try {
                        step.of(one);
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                }))
                .toList();
        steps.forEach(CompletableFuture::join);
    }

    private HttpResponse<String> call(String user, String method, String path, String body) throws Exception {
        return survivor.call(user, method, path, body);
    }

    /** The rungs that each campaign's gate has climbed, in the order in which they were told. */
    private static Map<String, List<String>> rungsByCampaign() throws SQLException {
        Map<String, List<String>> rungs = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select campaign_key, subject from cc_notice order by told_at, sequence_no")) {
            while (row.next()) {
                rungs.computeIfAbsent(row.getString(1), campaign -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        return rungs;
    }

    private static long count(String query) throws SQLException {
        return EmbeddedDatabase.count(database, query);
    }

    private static ApplicationProcess replica() throws Exception {
        return ApplicationProcess.start(database, "--spring.datasource.username=" + EmbeddedDatabase.USER);
    }
}

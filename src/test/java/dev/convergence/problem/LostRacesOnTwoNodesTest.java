package dev.convergence.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.convergence.ApplicationProcess;
import dev.convergence.EmbeddedDatabase;
import dev.convergence.WebappSession;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who act in the moment in which a node runs a job of the same campaign. Two replicas, real processes. */
@Tag("nodes")
class LostRacesOnTwoNodesTest {

    private static final int DECISIONS = 200;
    private static final int CANCELLED = 12;
    private static final int AT_ONCE = 4;
    private static final int DECIDED_AT_ONCE = 8;
    private static final long BETWEEN_LOOKS_NANOS = 1_000_000;

    private static final String REMINDED_AFTER_THE_DECISION =
            """
            select count(*) from cc_notice n
            join act_hi_procinst p on p.business_key_ = n.campaign_key
            join act_hi_taskinst t on t.proc_inst_id_ = p.proc_inst_id_
            where t.task_def_key_ = 'userTask_reviewGate' and n.subject = 'remind' and n.told_at > t.end_time_""";

    private static String database;
    private static final HikariDataSource CONNECTIONS = new HikariDataSource();
    private static JdbcClient jdbc;
    private static ApplicationProcess[] nodes;

    @BeforeAll
    static void startTwoReplicas() throws Exception {
        database = EmbeddedDatabase.freshDatabaseUrl();
        CONNECTIONS.setJdbcUrl(database);
        jdbc = JdbcClient.create(CONNECTIONS);
        ApplicationProcess first = replica();
        nodes = new ApplicationProcess[] {first, replica()};
    }

    @AfterAll
    static void stopReplicas() throws Exception {
        CONNECTIONS.close();
        if (nodes != null) {
            ApplicationProcess.closeAll(nodes);
        }
    }

    @Test
    void everyLoneDecisionSucceedsAndNoRungIsClimbedAfterIt() throws Exception {
        bringToReview("decided", DECISIONS);
        WebappSession[] sessions = {session(nodes[0]), session(nodes[1])};

        List<Integer> answers =
                inParallel(DECIDED_AT_ONCE, IntStream.range(0, DECISIONS).<Callable<Integer>>mapToObj(number -> () -> {
                    String campaign = "decided-" + number;
                    String review = review(campaign);
                    letTheRungBeginNow(campaign);
                    return decide(number, campaign, review, sessions);
                }));

        assertThat(answers).hasSize(DECISIONS).allMatch(status -> status == 200 || status == 204);
        assertThat(lostRaces()).as("races lost and run again").isPositive();
        assertThat(jdbc.sql(
                                "select campaign_key from cc_notice where subject = 'remind' and campaign_key like 'decided-%'")
                        .query(String.class)
                        .list())
                .as("campaigns whose first rung was climbed")
                .doesNotHaveDuplicates();
        assertThat(count(REMINDED_AFTER_THE_DECISION)).isZero();
        assertThat(count("select count(*) from act_ru_job where retries_ = 0")).isZero();
    }

    @Test
    void oneOfFourCancellationsWins() throws Exception {
        bringToReview("cancelled", CANCELLED);

        for (int number = 0; number < CANCELLED; number++) {
            String campaign = "cancelled-" + number;
            letTheRungBeginNow(campaign);
            List<Integer> answers = inParallel(
                    AT_ONCE,
                    IntStream.range(0, AT_ONCE)
                            .<Callable<Integer>>mapToObj(one -> () -> call(
                                            nodes[one % 2],
                                            "campaign-manager",
                                            "POST",
                                            "/api/campaigns/" + campaign + "/cancellation",
                                            "{\"rationale\": \"The partner withdrew\"}")
                                    .statusCode()));
            assertThat(answers).as(campaign).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409);
        }
        assertThat(count("select count(*) from act_ru_execution where business_key_ like 'cancelled-%'"))
                .isZero();
    }

    private int decide(int number, String campaign, String review, WebappSession[] sessions) throws Exception {
        ApplicationProcess node = nodes[number % 2];
        String answers = "{\"variables\": {\"gateOutcome\": {\"value\": \"APPROVED\"}}}";
        return switch (number / 2 % 3) {
            case 0 ->
                call(
                                node,
                                "marketing",
                                "POST",
                                "/api/campaigns/" + campaign + "/gates/product-ready/decision",
                                "{\"outcome\": \"APPROVED\"}")
                        .statusCode();
            case 1 ->
                call(node, "marketing", "POST", "/engine-rest/task/" + review + "/submit-form", answers)
                        .statusCode();
            default ->
                sessions[number % 2]
                        .post("/camunda/api/engine/engine/default/task/" + review + "/submit-form", answers)
                        .statusCode();
        };
    }

    /** Returns when a node has begun with the first rung of the campaign's gate, or is through already. */
    private static void letTheRungBeginNow(String campaign) {
        String rung = jdbc.sql(
                        """
                        select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ = ? and j.handler_cfg_ like 'event_firstRungDue%'""")
                .param(campaign)
                .query(String.class)
                .single();
        jdbc.sql("update act_ru_job set duedate_ = now() where id_ = ?")
                .param(rung)
                .update();
        while (jdbc.sql("select count(*) from act_ru_job where id_ = ? and lock_owner_ is null")
                        .param(rung)
                        .query(Long.class)
                        .single()
                > 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private void bringToReview(String prefix, int campaigns) throws Exception {
        inParallel(DECIDED_AT_ONCE, IntStream.range(0, campaigns).<Callable<Void>>mapToObj(number -> () -> {
            String campaign = prefix + "-" + number;
            ApplicationProcess node = nodes[number % 2];
            String body =
                    """
                    {"key": "%s", "name": "Campaign %d", "type": "always-on", "priority": "normal", "pattern": "sequential"}"""
                            .formatted(campaign, number);
            assertThat(call(node, "campaign-manager", "POST", "/api/campaigns", body)
                            .statusCode())
                    .isEqualTo(201);
            complete(node, campaign, "userTask_writeBrief", "{}");
            complete(
                    node,
                    campaign,
                    "userTask_finaliseProduct",
                    "{\"variables\": {\"finaliseProductResult\": {\"value\": \"Done\"}}}");
            return null;
        }));
    }

    private void complete(ApplicationProcess node, String campaign, String taskKey, String answers) throws Exception {
        String task = task(campaign, taskKey);
        HttpResponse<String> done = call(node, "admin", "POST", "/engine-rest/task/" + task + "/complete", answers);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    }

    private static String review(String campaign) {
        return task(campaign, "userTask_reviewGate");
    }

    private static String task(String campaign, String taskKey) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ? and t.task_def_key_ = ?""")
                .params(campaign, taskKey)
                .query(String.class)
                .single();
    }

    private double lostRaces() throws Exception {
        double all = 0;
        for (ApplicationProcess node : nodes) {
            all += call(node, "admin", "GET", "/actuator/prometheus", "")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("convergence_lost_races_total"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }
        return all;
    }

    private static long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private static WebappSession session(ApplicationProcess node) throws Exception {
        WebappSession session = new WebappSession(node.uri("/"));
        session.logIn("marketing", "tasklist");
        return session;
    }

    private HttpResponse<String> call(ApplicationProcess node, String user, String method, String path, String body)
            throws Exception {
        return node.call(user, method, path, body);
    }

    private static <T> List<T> inParallel(int threads, Stream<Callable<T>> steps) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : people.invokeAll(steps.toList())) {
                results.add(result.get());
            }
            return results;
        } finally {
            people.shutdownNow();
        }
    }

    private static ApplicationProcess replica() throws Exception {
        return ApplicationProcess.start(database, "--spring.datasource.username=" + EmbeddedDatabase.USER);
    }
}

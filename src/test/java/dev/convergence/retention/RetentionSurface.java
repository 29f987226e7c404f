package dev.convergence.retention;

import com.sun.net.httpserver.HttpServer;
import dev.convergence.OnPostgres;
import dev.convergence.SurfaceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Campaigns of many years, and the cleanup that follows them. On a database of its own: rows are counted, and what other
 * tests left behind would be removed.
 */
@OnPostgres
@TestPropertySource(properties = {"convergence.history.campaigns=730d", "convergence.history.records=1095d"})
abstract class RetentionSurface extends SurfaceTest {

    static final Duration KEPT = Duration.ofDays(730);
    static final Duration DAY = Duration.ofDays(1);

    /** Told of everything, so that there is something to dispatch and to send. */
    private static final HttpServer LISTENER = listener();

    private static final List<String> MESSAGES = List.of("message-dispatch", "message-delivery");

    /** Enough for the engine's batches and what they leave to be removed. */
    private static final int RUNS = 3;

    @Autowired
    JdbcClient jdbc;

    /** The engine's own cleanup, by its job, and what it left to jobs. */
    void cleanUp() {
        String cleanup = engine.getHistoryService().cleanUpHistoryAsync(true).getId();
        for (int run = 0; run < RUNS; run++) {
            engine.getManagementService().executeJob(cleanup);
            workBatches();
        }
    }

    void workBatches() {
        engine.getManagementService().createBatchQuery().list().forEach(this::work);
    }

    private void work(Batch batch) {
        ManagementService management = engine.getManagementService();
        work(batch.getSeedJobDefinitionId());
        work(batch.getBatchJobDefinitionId());
        work(batch.getMonitorJobDefinitionId());
        if (management.createBatchQuery().batchId(batch.getId()).count() > 0) {
            throw new AssertionError("not done: " + batch);
        }
    }

    private void work(String definition) {
        engine.getManagementService().createJobQuery().jobDefinitionId(definition).list().stream()
                .map(Job::getId)
                .forEach(engine.getManagementService()::executeJob);
    }

    @DynamicPropertySource
    static void webhook(DynamicPropertyRegistry properties) {
        String target = "convergence.webhooks.targets.everything.";
        properties.add(
                target + "url",
                () -> "http://127.0.0.1:" + LISTENER.getAddress().getPort());
        properties.add(target + "secret", () -> "whsec_" + "A".repeat(32));
        properties.add(target + "allow-private", () -> "true");
    }

    private static HttpServer listener() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", call -> {
                call.sendResponseHeaders(204, -1);
                call.close();
            });
            server.start();
            return server;
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    /** What is written about what happened is dispatched, one job for each transaction, and sent. */
    void writeMessages() {
        MESSAGES.forEach(process ->
                engine
                        .getManagementService()
                        .createJobQuery()
                        .processDefinitionKey(process)
                        .executable()
                        .list()
                        .stream()
                        .map(Job::getId)
                        .forEach(engine.getManagementService()::executeJob));
    }

    /** A sequential campaign from its brief to its post-mortem, with a sync and a stall on the way. */
    void runACampaign(String key) {
        startCampaign(key, Map.of("weeklySync", true));
        walkTo(key, "product-ready");
        fire(key, "event_syncDue");
        complete(key, "userTask_holdSync", Map.of("syncNotes", "Fine", "syncMinutes", 20, "syncAttendants", 5));
        climb(review(key), 3);
        walkTo(key, "convergence");
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
        complete(key, "userTask_holdPostMortem", Map.of("roi", 12.5, "teamSatisfaction", 4));
        writeMessages();
    }

    void after(Duration time) {
        moveTo(now().plus(time));
    }

    /** The rows of every table, the engine's and ours. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        tables().forEach(table -> rows.put(
                table,
                jdbc.sql("select count(*) from " + table).query(Long.class).single()));
        return rows;
    }

    private Iterable<String> tables() {
        return jdbc.sql("select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'")
                .query(String.class)
                .list();
    }

    long history(String key) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .count();
    }

    long own(String table, String key) {
        return jdbc.sql("select count(*) from " + table + " where campaign_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}

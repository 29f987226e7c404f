package dev.convergence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.convergence.ApplicationProcess;
import dev.convergence.EmbeddedDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A dump that is taken while people work, restored as the operator's instructions say: an application goes on with it. */
@Tag("nodes")
@ExtendWith(DebianPostgresCondition.class)
class BackupTest {

    private static final String LIVE = "convergence";
    private static final String RESTORED = "convergence_restored";
    private static final Duration IN_TIME = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(100);

    private final ObjectMapper json = new ObjectMapper();

    /** Campaigns whose start was answered, and among them those whose brief was. */
    private final List<String> started = new CopyOnWriteArrayList<>();

    private final List<String> briefed = new CopyOnWriteArrayList<>();
    private final AtomicBoolean working = new AtomicBoolean(true);

    /** The ids under which the start of each campaign was told, by the application of each database. */
    private final Map<String, Map<String, Set<String>>> told =
            Map.of(LIVE, new ConcurrentHashMap<>(), RESTORED, new ConcurrentHashMap<>());

    private HttpServer receiver;
    private DebianPostgres server;

    @BeforeEach
    void start() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        receiver.createContext("/", this::receive);
        receiver.start();
        server = DebianPostgres.start();
        server.create(LIVE);
        server.create(RESTORED);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        receiver.stop(0);
    }

    @Test
    void goesOnFromADumpThatWasTakenUnderLoad() throws Exception {
        List<String> startedBefore;
        List<String> briefedBefore;
        Set<String> toldBefore;
        try (ApplicationProcess application = application(LIVE)) {
            CompletableFuture<Void> work = CompletableFuture.runAsync(() -> work(application));
            await().atMost(IN_TIME)
                    .until(() -> briefed.size() >= 2 && !told.get(LIVE).isEmpty() || work.isDone());
            startedBefore = List.copyOf(started);
            briefedBefore = List.copyOf(briefed);
            toldBefore = Set.copyOf(told.get(LIVE).keySet());
            server.client("pg_dump", "--format=custom", "--file=" + server.file("dump"), LIVE);
            assertThat(started).as("started while the dump was taken").hasSizeGreaterThan(startedBefore.size());
            working.set(false);
            work.get();
        }
        server.client(
                "pg_restore",
                "--exit-on-error",
                "--no-owner",
                "--dbname=" + RESTORED,
                server.file("dump").toString());
        String own = "own";
        try (ApplicationProcess application = application(RESTORED)) {
            startedBefore.forEach(key -> assertThat(statusOf(application, key)).isEqualTo(200));
            briefedBefore.forEach(key -> awaitDrafts(application, key));
            start(application, own);
            brief(application, own);
            awaitDrafts(application, own);
            brief(application, startedBefore.get(1));
            awaitDrafts(application, startedBefore.get(1));
            finishDraft(application, briefedBefore.get(0));
            await().atMost(IN_TIME)
                    .pollInterval(OFTEN)
                    .until(() -> isQuiet() && told.get(RESTORED).containsKey(own));
        }
        assertThat(count(
                        "select count(*) from (select 1 from cc_notice group by campaign_key, about, recipient, subject,"
                                + " text having count(*) > 1) doubled"))
                .isZero();
        assertThat(told.get(RESTORED))
                .allSatisfy((key, ids) -> assertThat(ids).as(key).hasSize(1));
        assertThat(toldBefore).allSatisfy(key -> assertThat(told.get(LIVE).get(key))
                .as("told once more under the same id, if at all")
                .containsAll(told.get(RESTORED).getOrDefault(key, Set.of())));
        assertThat(startedBefore).allSatisfy(key -> assertThat(told.values()).anyMatch(by -> by.containsKey(key)));
        assertThat(count("select count(*) from act_ru_incident where incident_type_ = 'failedJob'"))
                .isZero();
    }

    /** Nothing waits that could run now. */
    private boolean isQuiet() throws Exception {
        return count("select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ <= now())")
                == 0;
    }

    private long count(String query) throws Exception {
        return EmbeddedDatabase.count(server.url(RESTORED), query);
    }

    private void work(ApplicationProcess application) {
        for (int campaign = 0; working.get(); campaign++) {
            String key = "load-" + campaign;
            start(application, key);
            started.add(key);
            if (campaign % 2 == 0) {
                brief(application, key);
                briefed.add(key);
            }
        }
    }

    private void start(ApplicationProcess application, String key) {
        String campaign =
                """
                {"key": "%s", "name": "Spring sale", "type": "product-launch", "priority": "normal", "pattern": "parallel"}"""
                        .formatted(key);
        assertThat(call(application, "campaign-manager", "POST", "/api/campaigns", campaign)
                        .statusCode())
                .isEqualTo(201);
    }

    private void brief(ApplicationProcess application, String key) {
        await().atMost(IN_TIME)
                .pollInterval(OFTEN)
                .until(() -> tasks(application, key, "userTask_writeBrief").size() == 1);
        complete(application, tasks(application, key, "userTask_writeBrief").get(0), "{}");
    }

    /** Jobs open the tracks. */
    private void awaitDrafts(ApplicationProcess application, String key) {
        await().atMost(IN_TIME)
                .pollInterval(OFTEN)
                .until(() -> tasks(application, key, "userTask_makeDraft").size() == 4);
    }

    private void finishDraft(ApplicationProcess application, String key) {
        complete(
                application,
                tasks(application, key, "userTask_makeDraft").get(0),
                "{\"makeDraftResult\": {\"value\": \"The draft\"}, \"makeDraftLinks\": {\"value\": \"The folder\"}}");
        await().atMost(IN_TIME)
                .pollInterval(OFTEN)
                .until(() -> tasks(application, key, "userTask_makeDraft").size() == 3);
    }

    private void complete(ApplicationProcess application, JsonNode task, String variables) {
        HttpResponse<String> answer = call(
                application,
                "admin",
                "POST",
                "/engine-rest/task/" + task.path("id").asText() + "/complete",
                "{\"variables\": " + variables + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private JsonNode tasks(ApplicationProcess application, String key, String taskKey) {
        String query =
                "/engine-rest/task?maxResults=10&processInstanceBusinessKey=" + key + "&taskDefinitionKey=" + taskKey;
        try {
            return json.readTree(call(application, "admin", "GET", query, "").body());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private int statusOf(ApplicationProcess application, String key) {
        return call(application, "sales", "GET", "/api/campaigns/" + key, "").statusCode();
    }

    private HttpResponse<String> call(
            ApplicationProcess application, String user, String method, String path, String body) {
        try {
            return application.call(user, method, path, body);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        String key =
                json.readTree(exchange.getRequestBody()).findValue("campaign").asText();
        told.get(exchange.getRequestURI().getPath().substring(1))
                .computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet())
                .add(exchange.getRequestHeaders().getFirst("webhook-id"));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /** Waits not as long as usual for what another node had begun. */
    private ApplicationProcess application(String database) throws Exception {
        String target = "--convergence.webhooks.targets.crm.";
        return ApplicationProcess.start(
                server.url(database),
                "--spring.datasource.username=postgres",
                "--camunda.bpm.job-execution.lock-time-in-millis=4000",
                target + "url=http://127.0.0.1:" + receiver.getAddress().getPort() + "/" + database,
                target + "allow-private=true",
                target + "secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                target + "events=campaignStarted");
    }
}

package dev.convergence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.ApplicationProcess;
import dev.convergence.EmbeddedDatabase;
import dev.convergence.WebappSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** A database that is away, and one that is frozen, with the limits of the production profile. */
@Tag("nodes")
class DatabaseOutageTest {

    private static final Duration WHERE_AWAY = Duration.ofSeconds(5);
    private static final Duration WHERE_FROZEN = Duration.ofSeconds(15);
    private static final Duration AGAIN = Duration.ofSeconds(60);
    private static final String CAMPAIGN =
            """
            {"key": "%s", "name": "Spring sale", "type": "product-launch", "priority": "normal", "pattern": "sequential"}""";
    private static final List<String> LIMITS = List.of(
            "spring.datasource.hikari.connection-timeout",
            "spring.datasource.hikari.validation-timeout",
            "spring.datasource.hikari.data-source-properties.connectTimeout",
            "spring.datasource.hikari.data-source-properties.socketTimeout");

    private static TcpProxy proxy;
    private static ApplicationProcess application;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void start() throws Exception {
        URI database = URI.create(EmbeddedDatabase.freshDatabaseUrl().substring("jdbc:".length()));
        proxy = new TcpProxy(database.getPort());
        List<String> arguments = new ArrayList<>(List.of("--spring.datasource.username=" + EmbeddedDatabase.USER));
        YamlPropertiesFactoryBean production = new YamlPropertiesFactoryBean();
        production.setResources(new ClassPathResource("application-production.yaml"));
        LIMITS.forEach(limit ->
                arguments.add("--" + limit + "=" + production.getObject().get(limit)));
        application = ApplicationProcess.start(
                "jdbc:postgresql://127.0.0.1:" + proxy.port() + database.getPath(), arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() throws Exception {
        ApplicationProcess.closeAll(application);
        if (proxy != null) {
            proxy.close();
        }
    }

    @Test
    void isAnswered503AtEveryDoorAndLosesNothing() throws Exception {
        Map<String, Call> doors = doors();
        start("kept");

        proxy.takeAway();
        assertUnavailable(doors, WHERE_AWAY);
        proxy.giveBack();
        awaitWellAgain(doors);
        start("kept-too");

        proxy.freeze();
        assertUnavailable(doors, WHERE_FROZEN);
        proxy.giveBack();
        awaitWellAgain(doors);
        assertThat(call("GET", "/api/campaigns/kept", "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/api/campaigns/kept-too", "").statusCode()).isEqualTo(200);
    }

    private interface Call {
        HttpResponse<String> make() throws Exception;
    }

    /** Whatever the API describes, the engine's REST, and the web applications with a session. */
    private Map<String, Call> doors() throws Exception {
        Map<String, Call> doors = new LinkedHashMap<>();
        JsonNode paths = json.readTree(call("GET", "/v3/api-docs", "").body()).path("paths");
        paths.fieldNames().forEachRemaining(path -> {
            if (path.startsWith("/api/") && paths.path(path).has("get") && !path.endsWith(".ics")) {
                String filled = path.replaceAll("\\{[^}]+}", "kept");
                doors.put("GET " + filled, () -> call("GET", filled, ""));
            }
        });
        assertThat(doors).hasSizeGreaterThan(20);
        doors.put("feed", () -> call("GET", "/api/calendar.ics?token=none", ""));
        doors.put("start", () -> call("POST", "/api/campaigns", CAMPAIGN.formatted("lost")));
        doors.put("engine", () -> call("GET", "/engine-rest/task", ""));
        doors.put("complete", () -> call("POST", "/engine-rest/task/none/complete", "{}"));
        WebappSession session = new WebappSession(application.uri("/"));
        session.logIn("admin", "tasklist");
        doors.put("tasks", () -> session.open("/camunda/api/engine/engine/default/task"));
        doors.put("page", () -> session.open("/camunda/app/tasklist/default/"));
        WebappSession newcomer = new WebappSession(application.uri("/"));
        newcomer.open("/camunda/app/tasklist/default/");
        doors.put(
                "sign-in",
                () -> newcomer.call(
                        "POST",
                        "/camunda/api/admin/auth/user/default/login/tasklist",
                        "application/x-www-form-urlencoded",
                        "username=admin&password=admin"));
        return doors;
    }

    private void assertUnavailable(Map<String, Call> doors, Duration time) {
        Map<String, HttpResponse<String>> answers = all(doors, time);
        answers.forEach((door, answer) -> {
            assertThat(answer.statusCode()).as(door + " " + answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).as(door).contains("5");
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(door)
                    .startsWith("application/problem+json");
            assertThat(answer.body()).as(door).contains("\"detail\"", "The database does not answer");
        });
        HttpResponse<String> page =
                all(Map.of("a person", this::openTasklist), time).get("a person");
        assertThat(page.body()).contains("not available at the moment");
        assertThat(page.statusCode()).isEqualTo(503);
    }

    private static Map<String, HttpResponse<String>> all(Map<String, Call> doors, Duration time) {
        ExecutorService people = Executors.newFixedThreadPool(doors.size());
        try {
            Map<String, CompletableFuture<HttpResponse<String>>> asked = new LinkedHashMap<>();
            doors.forEach((door, call) -> asked.put(
                    door,
                    CompletableFuture.supplyAsync(() -> answer(door, call), people)
                            .orTimeout(time.toMillis(), TimeUnit.MILLISECONDS)));
            Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
            asked.forEach((door, answer) -> {
                assertThat(answer).as(door).succeedsWithin(time);
                answers.put(door, answer.join());
            });
            return answers;
        } finally {
            people.shutdownNow();
        }
    }

    private static HttpResponse<String> answer(String door, Call call) {
        try {
            return call.make();
        } catch (Exception broken) {
            throw new AssertionError(door, broken);
        }
    }

    private HttpResponse<String> openTasklist() throws Exception {
        return client.send(
                application
                        .request("sales", "/camunda/app/tasklist/default/")
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private void awaitWellAgain(Map<String, Call> doors) {
        await().atMost(AGAIN)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> call("GET", "/api/campaigns", "").statusCode() == 200);
        Map<String, Call> again = new LinkedHashMap<>(doors);
        again.remove("start");
        all(again, AGAIN).forEach((door, answer) -> assertThat(answer.statusCode())
                .as(door + " " + answer.body())
                .isLessThan(500));
    }

    private void start(String key) throws Exception {
        assertThat(call("POST", "/api/campaigns", CAMPAIGN.formatted(key)).statusCode())
                .isEqualTo(201);
    }

    private static HttpResponse<String> call(String method, String path, String body) throws Exception {
        return application.call("admin", method, path, body);
    }
}

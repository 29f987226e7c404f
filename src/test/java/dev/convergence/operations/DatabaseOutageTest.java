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
import java.net.http.HttpRequest.BodyPublishers;
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
        assertThat(call("GET", "/api/campaigns/kept", "", AGAIN).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/api/campaigns/kept-too", "", AGAIN).statusCode())
                .isEqualTo(200);
    }

    private interface Call {
        HttpResponse<String> within(Duration time) throws Exception;
    }

    /** Whatever the API describes, the engine's REST, and the web applications with a session. */
    private Map<String, Call> doors() throws Exception {
        Map<String, Call> doors = new LinkedHashMap<>();
        JsonNode paths =
                json.readTree(call("GET", "/v3/api-docs", "", AGAIN).body()).path("paths");
        paths.fieldNames().forEachRemaining(path -> {
            if (path.startsWith("/api/") && paths.path(path).has("get") && !path.endsWith(".ics")) {
                String filled = path.replaceAll("\\{[^}]+}", "kept");
                doors.put("GET " + filled, time -> call("GET", filled, "", time));
            }
        });
        assertThat(doors).hasSizeGreaterThan(20);
        doors.put("feed", time -> call("GET", "/api/calendar.ics?token=none", "", time));
        doors.put("start", time -> call("POST", "/api/campaigns", CAMPAIGN.formatted("lost"), time));
        doors.put("engine", time -> call("GET", "/engine-rest/task", "", time));
        doors.put("complete", time -> call("POST", "/engine-rest/task/none/complete", "{}", time));
        WebappSession session = new WebappSession(application.uri("/"));
        session.logIn("admin", "tasklist");
        doors.put("tasks", time -> soon(time, () -> session.open("/camunda/api/engine/engine/default/task")));
        doors.put("page", time -> soon(time, () -> session.open("/camunda/app/tasklist/default/")));
        WebappSession newcomer = new WebappSession(application.uri("/"));
        newcomer.open("/camunda/app/tasklist/default/");
        doors.put(
                "sign-in",
                time -> soon(
                        time,
                        () -> newcomer.call(
                                "POST",
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                "application/x-www-form-urlencoded",
                                "username=admin&password=admin")));
        return doors;
    }

    private interface Step {
        HttpResponse<String> take() throws Exception;
    }

    private static HttpResponse<String> soon(Duration time, Step step) throws Exception {
        CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        answer.complete(step.take());
                    } catch (Exception failure) {
                        answer.completeExceptionally(failure);
                    }
                })
                .start();
        return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void assertUnavailable(Map<String, Call> doors, Duration time) throws Exception {
        Map<String, HttpResponse<String>> answers = all(doors, time);
        answers.forEach((door, answer) -> {
            assertThat(answer.statusCode()).as(door + " " + answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).as(door).contains("5");
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(door)
                    .startsWith("application/problem+json");
            assertThat(answer.body()).as(door).contains("\"detail\"", "The database does not answer");
        });
        HttpResponse<String> page = client.send(
                application
                        .request("sales", "/camunda/app/tasklist/default/")
                        .header("Accept", "text/html")
                        .timeout(time)
                        .build(),
                BodyHandlers.ofString());
        assertThat(page.body()).contains("not available at the moment");
        assertThat(page.statusCode()).isEqualTo(503);
    }

    private static Map<String, HttpResponse<String>> all(Map<String, Call> doors, Duration time) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(doors.size());
        try {
            Map<String, CompletableFuture<HttpResponse<String>>> asked = new LinkedHashMap<>();
            doors.forEach((door, call) -> asked.put(
                    door,
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return call.within(time);
                                } catch (Exception late) {
                                    throw new AssertionError(door, late);
                                }
                            },
                            people)));
            Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
            asked.forEach((door, answer) -> answers.put(door, answer.join()));
            return answers;
        } finally {
            people.shutdownNow();
        }
    }

    private void awaitWellAgain(Map<String, Call> doors) throws Exception {
        await().atMost(AGAIN)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> call("GET", "/api/campaigns", "", AGAIN).statusCode() == 200);
        doors.remove("start");
        all(doors, AGAIN).forEach((door, answer) -> assertThat(answer.statusCode())
                .as(door + " " + answer.body())
                .isLessThan(500));
    }

    private void start(String key) throws Exception {
        assertThat(call("POST", "/api/campaigns", CAMPAIGN.formatted(key), AGAIN)
                        .statusCode())
                .isEqualTo(201);
    }

    private HttpResponse<String> call(String method, String path, String body, Duration time) throws Exception {
        return client.send(
                application
                        .request("admin", path)
                        .header("Content-Type", "application/json")
                        .timeout(time)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}

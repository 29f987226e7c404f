package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.WebappSession;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Bodies that never end, and bodies that come byte by byte. */
class SlowBodyTest extends HurriedApplication {

    private static final Duration BODY_TIME = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 20;
    private static final String LENGTH = "/api/test/length";
    private static final String COUNT = "/engine-rest/task/count";
    private static final String WEBAPP_COUNT = "/camunda/api/engine/engine/default/task/count";
    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    /** What comes before a body that trickles: in a chunk, in what is said about a chunk, after the last, announced. */
    private static final List<String> BEGINNINGS =
            List.of(CHUNKED + "ffff\r\n", CHUNKED + "ff;", CHUNKED + "0\r\nX: ", "Content-Length: 4000\r\n\r\n");

    private static final List<String> OTHERS = List.of(
            "/",
            "/error",
            "/sign-in",
            "/live/live.js",
            "/v3/api-docs",
            "/actuator/health",
            "/actuator/prometheus",
            "/engine-rest/deployment/create",
            COUNT,
            WEBAPP_COUNT,
            "/camunda/api/admin/auth/user/default",
            "/camunda/api/admin/auth/user/default/logout",
            "/camunda/api/engine/engine/default/identity/password-policy",
            "/camunda/api/cockpit/plugin/base/default/process-instance",
            "/camunda/app/tasklist/default/",
            "/camunda/lib/deps.js");

    @Test
    void ofNobodyAreNotWaitedFor() throws Exception {
        try (RawConnection known = begin("POST", LENGTH, authorization("legal"), CHUNKED)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                try (RawConnection unknown = begin("POST", LENGTH, "", CHUNKED)) {
                    assertThat(unknown.answerAndEnd())
                            .startsWith("HTTP/1.1 401")
                            .contains("Connection: close");
                }
            }
            assertThat(known.isAnswered()).as("one that is waited for").isFalse();
            assertThat(known.answerAndEnd()).startsWith("HTTP/1.1 408").contains("Connection: close");
        }
    }

    @Test
    void ofNobodyAreNotWaitedForAtAnyDoor() throws Exception {
        Map<String, String> waited = new LinkedHashMap<>();
        for (String door : doors()) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                long begun = System.nanoTime();
                try (RawConnection connection = begin(method, door, FORM, CHUNKED)) {
                    String answer = connection.answerAndEnd();
                    if (answer.startsWith("HTTP/1.1 408") || System.nanoTime() - begun > BODY_TIME.toNanos()) {
                        waited.put(method + " " + door, answer);
                    }
                }
            }
        }
        assertThat(waited).isEmpty();
    }

    @Test
    void endWhenTheirTimeIsOverHoweverTheyCome() throws Exception {
        WebappSession session = new WebappSession(address("/"));
        session.logIn("legal", "tasklist");
        Map<String, String> callers = Map.of(
                LENGTH,
                authorization("legal"),
                COUNT,
                authorization("legal"),
                WEBAPP_COUNT,
                "Cookie: CONVERGENCE_SESSION="
                        + session.cookie("CONVERGENCE_SESSION").orElseThrow() + "\r\n",
                LOGIN,
                FORM);
        ScheduledExecutorService drip = Executors.newScheduledThreadPool(4);
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (String door : callers.keySet()) {
                for (String beginning : BEGINNINGS) {
                    RawConnection connection = begin("POST", door, callers.get(door), beginning);
                    connections.add(connection);
                    drip.scheduleAtFixedRate(() -> drop(connection), 50, 50, TimeUnit.MILLISECONDS);
                }
            }
            long begun = System.nanoTime();
            for (RawConnection connection : connections) {
                assertThat(connection.answerAndEnd())
                        .startsWith("HTTP/1.1 408")
                        .contains("Connection: close", "The body did not come in time.");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("all at once, not one after the other")
                    .isLessThan(BODY_TIME.multipliedBy(5));
        } finally {
            drip.shutdownNow();
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void areRefusedWhereTheyAreBroken() throws Exception {
        try (RawConnection connection = begin("POST", LENGTH, authorization("legal"), CHUNKED + "no number\r\n")) {
            assertThat(connection.answerAndEnd()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void ofALoginAreShort() throws Exception {
        try (RawConnection connection = begin("POST", LOGIN, FORM, "Content-Length: 5000\r\n\r\n")) {
            assertThat(connection.answerAndEnd()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void thatHaveComeKeepTheConnection() throws Exception {
        try (RawConnection connection = new RawConnection(address("/"))) {
            for (int i = 0; i < 3; i++) {
                connection.send(head("POST", LENGTH, "Content-Length: 2\r\n\r\n{}"));
                assertThat(connection.nextAnswer()).startsWith("HTTP/1.1 401");
            }
            String json = "{\"text\":\"abc\"}";
            for (int i = 0; i < 3; i++) {
                connection.send(head(
                        "POST",
                        LENGTH,
                        authorization("legal") + "Content-Type: application/json\r\nContent-Length: " + json.length()
                                + "\r\n\r\n" + json));
                assertThat(connection.nextAnswer()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void keepTheConnectionWhereTheAnswerWasFasterAndDidNotSayThatItEnds() throws Exception {
        try (RawConnection connection = new RawConnection(address("/"))) {
            for (int i = 0; i < 3; i++) {
                connection.send(head("POST", "/nowhere", "Content-Length: 2\r\n\r\n"));
                assertThat(connection.nextAnswer()).startsWith("HTTP/1.1 404");
                connection.send("{}");
            }
        }
    }

    @Test
    void areAskedForWhenSomebodyWantsThem() throws Exception {
        String asking = "Expect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n";
        try (RawConnection unknown = begin("POST", LENGTH, "", asking);
                RawConnection known = begin("POST", LENGTH, authorization("legal"), asking)) {
            assertThat(unknown.answerAndEnd()).startsWith("HTTP/1.1 401");
            assertThat(known.nextAnswer()).startsWith("HTTP/1.1 100");
            known.send("{\"text\":\"abc\"}");
            assertThat(known.nextAnswer()).startsWith("HTTP/1.1 200");
        }
    }

    private RawConnection begin(String method, String path, String headers, String beginning) throws IOException {
        return new RawConnection(address("/")).send(head(method, path, headers + beginning));
    }

    private static String head(String method, String path, String rest) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + rest;
    }

    private static void drop(RawConnection connection) {
        try {
            connection.send("1");
        } catch (IOException ended) {
            throw new IllegalStateException("no more drops", ended);
        }
    }

    private List<String> doors() throws IOException {
        List<String> doors = new ArrayList<>(OTHERS);
        new ObjectMapper()
                .readTree(get("admin", "/v3/api-docs").body())
                .path("paths")
                .fieldNames()
                .forEachRemaining(path -> doors.add(path.replaceAll("\\{[^}]*}", "some")));
        assertThat(doors.size()).isGreaterThan(OTHERS.size() + 30);
        return doors;
    }
}

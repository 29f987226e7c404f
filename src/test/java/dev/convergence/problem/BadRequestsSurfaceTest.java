package dev.convergence.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Every operation that is described, asked for what is not there, with no body, with none of the right kind, with each of
 * its properties spoilt: none is answered as a fault, nothing of it is an error in the log, and what is refused has
 * changed nothing.
 */
@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:mem:bad-requests;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE")
class BadRequestsSurfaceTest extends SurfaceTest {

    private static final int FAULT = 500;
    private static final int REFUSED = 400;

    private static final List<String> KEPT = List.of(
            "ACT_RU_EXECUTION",
            "ACT_RU_TASK",
            "ACT_RU_JOB",
            "ACT_RU_VARIABLE",
            "ACT_RU_INCIDENT",
            "ACT_RU_AUTHORIZATION",
            "ACT_RU_FILTER",
            "ACT_RU_BATCH",
            "ACT_RE_DEPLOYMENT",
            "ACT_RE_PROCDEF",
            "ACT_ID_USER",
            "ACT_ID_GROUP",
            "ACT_ID_MEMBERSHIP",
            "CC_ABSENCE");

    @Autowired
    private ObjectMapper mapper;

    @Autowired
    private JdbcTemplate jdbc;

    private interface Sender {

        HttpResponse<String> send(OpenApiOperations.Call call) throws Exception;
    }

    @Test
    void atTheEnginesRest() throws Exception {
        allAreAnswered(
                ofEngine(),
                call -> send(request("admin", "/engine-rest" + call.path())
                        .header("Content-Type", "application/json")
                        .method(call.method(), BodyPublishers.ofString(call.body()))));
    }

    @Test
    void atTheWebapps() throws Exception {
        WebappSession session = new WebappSession(address("/"));
        session.logIn("admin", "admin");

        allAreAnswered(
                ofEngine(),
                call -> session.call(
                        call.method(),
                        "/camunda/api/engine/engine/default" + call.path(),
                        "application/json",
                        call.body()));
    }

    @Test
    void atTheApi() throws Exception {
        OpenApiOperations operations = new OpenApiOperations(
                mapper.readTree(get("admin", "/v3/api-docs").body()));

        allAreAnswered(
                operations,
                call -> send(request("campaign-manager", call.path())
                        .header("Content-Type", "application/json")
                        .method(call.method(), BodyPublishers.ofString(call.body()))));
    }

    private OpenApiOperations ofEngine() throws Exception {
        try (InputStream description = getClass().getResourceAsStream("/openapi.json")) {
            return OpenApiOperations.read(mapper, description);
        }
    }

    private void allAreAnswered(OpenApiOperations operations, Sender sender) throws Exception {
        List<String> faults = new ArrayList<>();
        try (LoggedEvents log = LoggedEvents.open()) {
            for (OpenApiOperations.Operation operation : operations.all()) {
                if (operation.path().startsWith("/api/test/")) {
                    continue;
                }
                faults.addAll(faultsOf(operation, operations.badCalls(operation), sender, log));
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<String> faultsOf(
            OpenApiOperations.Operation operation, List<OpenApiOperations.Call> calls, Sender sender, LoggedEvents log)
            throws Exception {
        Map<String, Integer> before = rows();
        List<String> faults = new ArrayList<>();
        boolean refused = true;
        for (OpenApiOperations.Call call : calls) {
            HttpResponse<String> answer = sender.send(call);
            refused &= answer.statusCode() >= REFUSED;
            if (answer.statusCode() >= FAULT) {
                faults.add(answer.statusCode() + " to " + call + ": " + answer.body());
            }
        }
        log.from(Level.ERROR).forEach(line -> faults.add(operation + " logged " + line));
        log.clear();
        if (refused && !rows().equals(before)) {
            faults.add(operation + " changed " + before + " to " + rows());
        }
        return faults;
    }

    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new TreeMap<>();
        KEPT.forEach(table -> rows.put(table, jdbc.queryForObject("select count(*) from " + table, Integer.class)));
        return rows;
    }
}

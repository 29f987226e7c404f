package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role at every operation of the engine's REST that changes something, at both of its doors: with a password, and
 * in the session of a web application. The operations are read off the engine's classes.
 */
class EngineRoleByEndpointTest extends SurfaceTest {

    private static final String BOUNDARY = "probe-boundary";
    private static final String MULTIPART = "multipart";
    private static final Set<Integer> UNKNOWN = Set.of(401, 403);

    /** The web applications tell whoever chooses a password what it must be like. */
    private static final String TOLD_TO_ALL = "POST /identity/password-policy";

    private static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");
    private static final Map<String, WebappSession> SESSIONS = new HashMap<>();

    private EngineProbe probe;

    static Stream<String> operations() {
        return EngineOperations.writing().stream();
    }

    @BeforeEach
    void makeOneOfEverything() {
        IdentityService identity = engine.getIdentityService();
        if (identity.createUserQuery().userId(AccessRule.VISITOR).count() == 0) {
            User visitor = identity.newUser(AccessRule.VISITOR);
            visitor.setPassword(AccessRule.VISITOR);
            identity.saveUser(visitor);
        }
        probe = new EngineProbe(engine, "probe-" + newKey());
    }

    @AfterEach
    void removeIt() {
        probe.remove();
    }

    @Test
    void knowsEveryOperation() {
        assertThat(operations().filter(operation -> EngineAccess.of(operation).isEmpty()))
                .as("a new operation of the engine needs a rule")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void opensEachOperationToItsRolesAlone(String operation) {
        EngineAccess.Entry entry = EngineAccess.of(operation).orElseThrow();
        String[] parts = operation.split(" ", 2);

        assertThat(wrong(entry, user -> call(user, parts[0], parts[1], entry.body()), true))
                .as(operation)
                .isEmpty();
        assertThat(call(NOBODY, parts[0], parts[1], entry.body()).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void opensEachOperationOfTheWebApplicationsToItsRolesAlone(String operation) throws Exception {
        EngineAccess.Entry entry = EngineAccess.of(operation).orElseThrow();
        String[] parts = operation.split(" ", 2);

        assertThat(wrong(entry, user -> callInSession(user, parts[0], parts[1], entry.body()), false))
                .as(operation)
                .isEmpty();
        WebappSession nobody = new WebappSession(address("/"));
        nobody.open("/camunda/app/tasklist/default/");
        if (!operation.equals(TOLD_TO_ALL)) {
            // The long polling of external tasks does not exist there.
            assertThat(operation.endsWith("/fetchAndLock") ? Set.of(404) : UNKNOWN)
                    .contains(callIn(nobody, "nobody", parts[0], parts[1], entry.body())
                            .statusCode());
        }
    }

    private interface Call {
        HttpResponse<String> as(String user);
    }

    /** Whoever may comes last: what they do may take away what there is. */
    private static Map<String, String> wrong(EngineAccess.Entry entry, Call call, boolean hidesFromVisitors) {
        Map<String, String> wrong = new TreeMap<>();
        AccessRule.USERS.stream()
                .sorted(Comparator.comparing(entry.rule()::permits))
                .forEach(user -> {
                    HttpResponse<String> answer = call.as(user);
                    boolean right = entry.rule().permits(user)
                            ? !UNKNOWN.contains(answer.statusCode())
                            : entry.refused().contains(answer.statusCode())
                                    || seesNothing(entry, user, answer, hidesFromVisitors);
                    if (!right) {
                        wrong.put(user, answer.statusCode() + " " + answer.body());
                    }
                });
        return wrong;
    }

    /** The web applications let everybody in who has signed in: to empty lists, and to things that are not there. */
    private static boolean seesNothing(
            EngineAccess.Entry entry, String user, HttpResponse<String> answer, boolean hidesFromVisitors) {
        return !hidesFromVisitors
                && user.equals(AccessRule.VISITOR)
                && (entry.rule() == AccessRule.READS || answer.statusCode() >= 400);
    }

    private HttpResponse<String> call(String user, String method, String path, String body) {
        var request = request(user, "/engine-rest" + path(path));
        return send(
                body.equals(MULTIPART)
                        ? request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .method(
                                        method,
                                        BodyPublishers.ofString(multipart(user, path.startsWith("/deployment"))))
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(filled(body, user))));
    }

    private HttpResponse<String> callInSession(String user, String method, String path, String body) {
        try {
            return callIn(session(user), user, method, path, body);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private HttpResponse<String> callIn(WebappSession session, String user, String method, String path, String body)
            throws Exception {
        String address = "/camunda/api/engine/engine/default" + path(path);
        return body.equals(MULTIPART)
                ? session.call(
                        method,
                        address,
                        "multipart/form-data; boundary=" + BOUNDARY,
                        multipart(user, path.startsWith("/deployment")))
                : session.call(method, address, "application/json", filled(body, user));
    }

    private WebappSession session(String user) throws Exception {
        String key = address("/") + user;
        WebappSession known = SESSIONS.get(key);
        if (known != null) {
            return known;
        }
        for (String app : APPS) {
            WebappSession session = new WebappSession(address("/"));
            if (session.logIn(user, app).statusCode() == 200) {
                SESSIONS.put(key, session);
                return session;
            }
        }
        throw new AssertionError(user + " gets into no web application");
    }

    /** Lists want to be told how long they may be. */
    private String path(String template) {
        boolean isList = EngineAccess.LISTS.matcher(template).matches();
        return probe.path(template) + (isList ? "?maxResults=10" : "");
    }

    private String filled(String body, String user) {
        return probe.fill(body).replace("SELF", user);
    }

    private String multipart(String user, boolean isDeployment) {
        String text = part("deployment-name", probe.id("NEW") + user)
                + part("attachment-name", "Probe")
                + part("attachment-type", "link")
                + part("url", "https://example.org")
                + part("valueType", "String")
                + part("data", "x");
        if (isDeployment) {
            text = part("deployment-name", probe.id("NEW") + user)
                    + "--%s\r\nContent-Disposition: form-data; name=\"data\"; filename=\"%s.bpmn\"\r\n\r\n%s\r\n"
                            .formatted(BOUNDARY, probe.id("NEW"), EngineProbe.model(probe.id("NEW")));
        }
        return text + "--" + BOUNDARY + "--\r\n";
    }

    private static String part(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value);
    }
}

package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another site's page has the browser of somebody who is known here send a request. */
class CrossSiteTest extends SurfaceTest {

    private static final String TOKEN = "/api/calendar/token";
    private static final String COUNT = "/engine-rest/task/count";
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    /** Beside the application's own calls, which describe themselves: a way in of each kind. */
    private static final List<String> OTHERS = List.of(
            "/",
            "/error",
            "/nothing-here",
            "/sign-in",
            "/live/live.js",
            "/v3/api-docs",
            "/actuator/health",
            "/actuator/prometheus",
            "/actuator/shutdown",
            "/engine-rest/deployment/create",
            "/engine-rest/process-definition/key/campaign/start",
            "/engine-rest/task/some/complete",
            "/engine-rest/user/create",
            "/engine-rest/engine/default/message",
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "/camunda/api/admin/auth/user/default/login/welcome",
            "/camunda/api/admin/auth/user/default/logout",
            "/camunda/api/engine/engine/default/task/some/complete",
            "/camunda/api/engine/engine/default/deployment/create",
            "/camunda/api/cockpit/plugin/base/default/process-instance",
            "/camunda/api/tasklist/plugin/some",
            "/camunda/app/tasklist/default/");

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "PROPFIND"})
    void changesNothingAtAnyDoor(String method) {
        List<String> open = new ArrayList<>();
        for (String door : doors()) {
            for (String user : List.of("admin", NOBODY)) {
                HttpResponse<String> answer = call(user, method, door, Map.of(FETCH_SITE, "cross-site"));
                if (answer.statusCode() != 403 || !saysWhy(door, answer)) {
                    open.add(user + " " + method + " " + door + ": " + answer.statusCode() + " " + answer.body());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Sec-Fetch-Site, anything",
        "Origin,         https://example.org",
        "Origin,         http://localhost",
        "Origin,         http://127.0.0.1",
        "Origin,         http://127.0.0.1:1",
        "Origin,         null",
        "Origin,         file://",
        "Origin,         ://"
    })
    void isKnownByWhatBrowsersSay(String header, String value) {
        json(post("legal", TOKEN, ""), 201);
        JsonNode before = json(get("legal", TOKEN), 200);

        assertProblem(call("legal", "POST", TOKEN, Map.of(header, value)), 403);
        assertProblem(call("legal", "DELETE", TOKEN, Map.of(header, value)), 403);

        assertThat(json(get("legal", TOKEN), 200)).isEqualTo(before);
    }

    @Test
    void mayShowWhatItLinksTo() {
        assertThat(call("legal", "GET", "/api/stalls", Map.of(FETCH_SITE, "cross-site"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void isNotTakenForOneThatIsOurs() {
        String own = address("/").toString().replaceFirst("/$", "");

        assertThat(call("sales", "POST", TOKEN, Map.of()).statusCode()).isEqualTo(201);
        assertThat(call("sales", "POST", TOKEN, Map.of(FETCH_SITE, "same-origin"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(call("sales", "POST", TOKEN, Map.of("Origin", own)).statusCode())
                .isEqualTo(201);
        assertThat(call("sales", "POST", TOKEN, Map.of(FETCH_SITE, "same-origin", "Origin", "null"))
                        .statusCode())
                .as("a page that tells no origin")
                .isEqualTo(201);
    }

    @Test
    void isNoDesktopProgram() {
        Map<String, String> modeler = Map.of("Origin", "file://", FETCH_SITE, "cross-site");

        assertThat(call("process-owner", "POST", COUNT, modeler).statusCode()).isEqualTo(200);
        assertThat(call("process-owner", "POST", TOKEN, modeler).statusCode()).isEqualTo(403);
        assertThat(call("process-owner", "POST", COUNT, Map.of("Origin", "null", FETCH_SITE, "cross-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, COUNT, "/camunda/api/engine/engine/default/task/count", "/actuator/health", "/"})
    void isNeverInvited(String door) {
        Map<String, String> preflight = Map.of(
                "Origin", "https://example.org",
                "Access-Control-Request-Method", "POST",
                "Access-Control-Request-Headers", "content-type");

        for (String method : List.of("OPTIONS", "GET")) {
            assertThat(call("legal", method, door, preflight).headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
        }
    }

    @Test
    void getsNoEcho() {
        assertThat(call("legal", "TRACE", TOKEN, Map.of()).statusCode()).isIn(404, 405);
    }

    private boolean saysWhy(String door, HttpResponse<String> answer) {
        boolean engine = door.startsWith("/engine-rest/") || door.startsWith("/camunda/api/");
        String field = engine ? "message" : "detail";
        return json(answer.body()).path(field).asText().contains("another site");
    }

    private List<String> doors() {
        List<String> doors = new ArrayList<>(OTHERS);
        json(get("admin", "/v3/api-docs"), 200)
                .path("paths")
                .fieldNames()
                .forEachRemaining(path -> doors.add(path.replaceAll("\\{[^}]*}", "some")));
        assertThat(doors.size()).isGreaterThan(OTHERS.size() + 30);
        return doors;
    }

    private HttpResponse<String> call(String user, String method, String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(user, path)
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        headers.forEach(request::header);
        return send(request);
    }
}

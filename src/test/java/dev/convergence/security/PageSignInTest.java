package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in for pages by the web applications' session, programs by a password that comes with each call. */
class PageSignInTest extends SurfaceTest {

    private static final String HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String TOKEN = "/api/calendar/token";

    @ParameterizedTest
    @CsvSource({
        "/api/responsibilities,             /sign-in?to=%2Fapi%2Fresponsibilities",
        "/api/campaigns/some/live,          /sign-in?to=%2Fapi%2Fcampaigns%2Fsome%2Flive",
        "/api/stalls?a=b&c=%26,             /sign-in?to=%2Fapi%2Fstalls%3Fa%3Db%26c%3D%2526",
        "/v3/api-docs,                      /sign-in?to=%2Fv3%2Fapi-docs"
    })
    void comesBeforeThePageThatWasAskedFor(String page, String signIn) {
        HttpResponse<String> answer = get(page, Map.of("Accept", HTML, "Sec-Fetch-Mode", "navigate"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(signIn);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(get(page, Map.of("Accept", HTML)).statusCode())
                .as("an older browser")
                .isEqualTo(302);
    }

    @Test
    void isAPageThatLoadsNothingFromElsewhere() {
        HttpResponse<String> page = get("/sign-in?to=%2Fapi%2Fresponsibilities", Map.of("Accept", HTML));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'none'");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void isNotForScripts() {
        assertThat(get("/api/stalls", Map.of("Accept", "application/json", "Sec-Fetch-Mode", "cors"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/api/stalls", Map.of("Accept", HTML, "X-Requested-With", "XMLHttpRequest"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/api/stalls", Map.of("Accept", HTML, "Sec-Fetch-Mode", "cors"))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Mode,   cors",
        "Sec-Fetch-Site,   same-origin",
        "X-Requested-With, XMLHttpRequest",
        "Accept,           text/html",
        "User-Agent,       Mozilla/5.0 (X11; Linux x86_64)"
    })
    void neverAsksABrowserForAPasswordThatItWouldKeep(String header, String value) {
        for (String path : new String[] {"/api/stalls", "/engine-rest/version", "/actuator/prometheus"}) {
            HttpResponse<String> answer = get(path, Map.of(header, value));

            assertThat(answer.statusCode()).as(path).isIn(302, 401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/stalls", "/engine-rest/version"})
    void asksProgramsForAPassword(String path) {
        assertThat(get(path, Map.of("Accept", "*/*", "User-Agent", "curl/8.5.0"))
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
    }

    @ParameterizedTest
    @CsvSource({"legal, tasklist", "manager, cockpit", "admin, admin", "manager, welcome"})
    void opensTheApiToASession(String user, String app) throws Exception {
        WebappSession session = new WebappSession(address("/"));
        session.logIn(user, app);

        assertThat(session.open("/api/test/me").body())
                .contains("\"id\":\"" + user + "\"")
                .contains("\"engine\":[\"" + user + "\"");
        assertThat(session.open("/api/test/later").body()).contains("\"engine\":[\"" + user + "\"");
        assertThat(session.open("/api/responsibilities").statusCode()).isEqualTo(200);
    }

    @Test
    void letsASessionChangeThingsWithItsTokenAlone() throws Exception {
        WebappSession session = new WebappSession(address("/"));
        HttpResponse<String> login = session.logIn("creative", "tasklist");
        assertThat(login.statusCode()).isEqualTo(200);

        assertProblem(session.postWithoutToken(TOKEN, "{}"), 403);
        assertThat(session.open(TOKEN).headers().firstValue("X-XSRF-TOKEN")).isEqualTo(session.cookie("XSRF-TOKEN"));
        assertThat(session.call("POST", TOKEN, "{}").statusCode()).isEqualTo(201);
        assertThat(session.call("DELETE", TOKEN, "").statusCode()).isEqualTo(204);
        assertThat(session.open("/api/test/me").statusCode())
                .as("a refusal ends no session")
                .isEqualTo(200);
    }

    @Test
    void doesNotLeaveTheEngineToASession() throws Exception {
        WebappSession session = new WebappSession(address("/"));
        session.logIn("admin", "admin");

        assertThat(session.open("/engine-rest/version").statusCode()).isEqualTo(401);
    }

    @Test
    void endsWithTheLogout() throws Exception {
        WebappSession session = new WebappSession(address("/"));
        session.logIn("support", "tasklist");
        assertThat(session.open("/api/test/me").statusCode()).isEqualTo(200);

        assertThat(session.logOut().statusCode()).isEqualTo(200);

        assertThat(session.open("/api/test/me").statusCode()).isEqualTo(401);
    }

    @Test
    void noticesWithinSecondsWhoIsGoneAndWhoHasLeftAGroup() throws Exception {
        IdentityService identity = engine.getIdentityService();
        User user = identity.newUser("passer-by");
        user.setPassword("passer-by");
        identity.saveUser(user);
        identity.createMembership("passer-by", "legal");
        identity.createMembership("passer-by", "support");
        WebappSession session = new WebappSession(address("/"));
        session.logIn("passer-by", "tasklist");
        assertThat(session.open("/api/test/me").body()).contains("\"legal\":true");

        identity.deleteMembership("passer-by", "legal");
        moveTo(now().plus(Duration.ofSeconds(4)));
        assertThat(session.open("/api/test/me").body()).contains("\"legal\":false");

        identity.deleteUser("passer-by");
        moveTo(now().plus(Duration.ofSeconds(4)));
        assertThat(session.open("/api/test/me").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(NOBODY, path).GET();
        headers.forEach(request::setHeader);
        return send(request);
    }
}

package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.RunningApplication;
import dev.convergence.people.CurrentUser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class AccessTest extends RunningApplication {

    @AfterEach
    void forgetUser() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3} {4} {5}")
    @CsvSource({
        "/api/test/me,                 401, 200, 200, 200, 200",
        "/api/nothing-here,            401, 404, 404, 404, 404",
        "/engine-rest/version,         401, 200, 200, 200, 200",
        "/engine-rest/engine,          401, 200, 200, 200, 200",
        "/engine-rest/user/admin/profile, 401, 404, 404, 404, 200",
        "/v3/api-docs,                 401, 200, 200, 200, 200",
        "/v3/api-docs.yaml,            401, 200, 200, 200, 200",
        "/actuator/health,             200, 200, 200, 200, 200",
        "/actuator/prometheus,         401, 403, 403, 403, 200",
        "/actuator,                    401, 403, 403, 403, 403",
        "/actuator/env,                401, 403, 403, 403, 403",
        "/nothing-here,                404, 404, 404, 404, 404",
        "/error,                       404, 404, 404, 404, 404",
    })
    void opensEachAddressToWhomItIsFor(
            String path, int nobody, int approver, int manager, int processOwner, int administrator) {
        assertThat(get(NOBODY, path).statusCode()).as("nobody").isEqualTo(nobody);
        assertThat(get("legal", path).statusCode()).as("approver").isEqualTo(approver);
        assertThat(get("manager", path).statusCode()).as("manager").isEqualTo(manager);
        assertThat(get("process-owner", path).statusCode()).as("process owner").isEqualTo(processOwner);
        assertThat(get("admin", path).statusCode()).as("administrator").isEqualTo(administrator);
    }

    @Test
    void answersWhoIsUnknownWithAProblemAndAChallenge() {
        HttpResponse<String> answer = get(NOBODY, "/api/campaigns");

        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":401").contains("\"instance\":\"/api/campaigns\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void answersWhatIsForbiddenWithAProblem() {
        HttpResponse<String> answer = get("legal", "/actuator/env");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":403");
    }

    @Test
    void answersWhatTheEngineForbidsWithAProblem() {
        HttpResponse<String> answer = get("legal", "/api/test/forbidden");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "nul\u0000byte", "ünïcödé"})
    void refusesAWrongPassword(String password) {
        assertThat(send(request("nobody-known", password, "/api/test/me").GET()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesAWrongPasswordOfAKnownUser() {
        engine.getIdentityService().saveUser(newUser("guessed"));

        assertThat(send(request("guessed", "wrong", "/engine-rest/version").GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Bearer x"})
    void refusesACredentialThatIsNone(String credential) {
        assertThat(send(request(NOBODY, "/api/test/me")
                                .header("Authorization", credential)
                                .GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesAUserNameWithControlCharacters() {
        assertThat(send(request("legal\u0000", "legal", "/api/test/me").GET()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellsControllersAndTheEngineWhoCalls() {
        assertThat(get("legal", "/api/test/me").body())
                .contains("\"id\":\"legal\"")
                .contains("\"legal\":true")
                .contains("\"engine\":[\"legal\",[\"legal\"]]");
        assertThat(get("sales", "/api/test/me").body()).contains("\"legal\":false");
    }

    @Test
    void tellsTheEngineWhoCallsWhenTheWorkGoesOnInAnotherThread() {
        assertThat(get("sales", "/api/test/later").body()).contains("\"engine\":[\"sales\",[\"sales\"]]");
    }

    @Test
    void forgetsTheCallerAfterTheCall() throws Exception {
        IdentityService identity = engine.getIdentityService();
        CurrentUser user = new CurrentUser("legal", Set.of("legal"));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, AuthorityUtils.NO_AUTHORITIES));

        new EngineIdentityFilter(identity)
                .doFilter(
                        new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> assertThat(
                                        identity.getCurrentAuthentication().getUserId())
                                .isEqualTo("legal"));

        assertThat(identity.getCurrentAuthentication()).isNull();
    }

    @Test
    void hidesTheDetailsOfItsHealth() {
        for (String stranger : List.of(NOBODY, "legal", "manager")) {
            assertThat(get(stranger, "/actuator/health").body())
                    .doesNotContain("db")
                    .doesNotContain("details");
        }
        for (String keeper : List.of("operator", "admin")) {
            assertThat(get(keeper, "/actuator/health/readiness").body()).contains("clock", "details");
        }
    }

    @Test
    void keepsTheCallerOutOfTheDescription() {
        assertThat(get("legal", "/v3/api-docs").body()).contains("/api/test/me").doesNotContain("CurrentUser");
    }

    private org.camunda.bpm.engine.identity.User newUser(String id) {
        org.camunda.bpm.engine.identity.User user = engine.getIdentityService().newUser(id);
        user.setPassword(id);
        return user;
    }
}

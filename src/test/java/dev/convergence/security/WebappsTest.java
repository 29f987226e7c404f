package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.RunningApplication;
import dev.convergence.WebappSession;
import dev.convergence.people.GroupCatalog;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebappsTest extends RunningApplication {

    private static final String COUNT = "/camunda/api/engine/engine/default/task/count";

    @Test
    void keepTheirOwnLogin() throws Exception {
        WebappSession session = new WebappSession(address("/"));

        assertThat(new WebappSession(address("/")).postWithoutToken(COUNT, "{}").statusCode())
                .isIn(401, 403);
        HttpResponse<String> login = session.logIn("legal", "tasklist");

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("\"userId\":\"legal\"");
        assertThat(session.post(COUNT, "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void keepTheirOwnTokenAgainstForgedRequests() throws Exception {
        WebappSession session = new WebappSession(address("/"));
        session.logIn("legal", "tasklist");

        assertThat(session.postWithoutToken(COUNT, "{}").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "legal, tasklist, 200",
        "legal, cockpit, 403",
        "legal, admin, 403",
        "manager, cockpit, 200",
        "manager, tasklist, 403",
        "process-owner, cockpit, 200",
        "process-owner, admin, 403",
        "campaign-manager, tasklist, 200",
        "sponsor, tasklist, 200",
        "process-owner, tasklist, 200",
        "admin, tasklist, 200",
        "admin, cockpit, 200",
        "admin, admin, 200",
    })
    void openEachApplicationToItsUsers(String user, String app, int status) throws Exception {
        assertThat(new WebappSession(address("/")).logIn(user, app).statusCode())
                .isEqualTo(status);
    }

    @Test
    void setCookiesThatScriptsAndOtherSitesDoNotGet() throws Exception {
        HttpResponse<String> login = new WebappSession(address("/")).logIn("legal", "tasklist");

        List<String> cookies = login.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("CONVERGENCE_SESSION=").contains("HttpOnly", "SameSite=Lax"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").contains("SameSite=Lax"));
    }

    @Test
    void answerWithCarefulHeaders() throws Exception {
        HttpResponse<String> page = new WebappSession(address("/")).open("/camunda/app/tasklist/default/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy).contains("nonce-", "frame-ancestors 'none'"));
    }

    @Test
    void giveEachPageTheNonceOfItsOwnHeader() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest page = HttpRequest.newBuilder(address("/camunda/app/tasklist/default/"))
                .build();
        List<CompletableFuture<HttpResponse<String>>> pages = Stream.generate(
                        () -> client.sendAsync(page, BodyHandlers.ofString()))
                .limit(120)
                .toList();

        assertThat(pages).extracting(CompletableFuture::join).allSatisfy(answer -> {
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElseThrow();
            String nonce = policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
            assertThat(answer.body()).contains("nonce=\"" + nonce + "\"");
            assertThat(answer.body().split("nonce=\""))
                    .hasSameSizeAs(answer.body().split("nonce=\"" + nonce));
        });
    }

    @Test
    void leaveTheApiAtItsOwnHeaders() {
        HttpResponse<String> answer = get("legal", "/api/test/me");

        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/admin/default/setup",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/setup/?x=y",
                "/camunda/app/tasklist/default/setup/",
                "/camunda/app/cockpit/default/setup/",
                "/camunda/app/welcome/default/setup/",
                "/camunda/app/admin//default/setup/",
                "/camunda//app/admin/default/setup/",
                "//camunda/app/admin/default/setup/",
                "/camunda/app/admin/default;x=y/setup/",
                "/camunda/app/admin/default/setup;x=y/",
                "/camunda/app/admin/default/%73etup/",
                "/camunda/app/admin/default/%2573etup/",
                "/camunda/app/admin/default/SETUP/",
                "/camunda/app/admin/default/./setup/",
                "/camunda/app/admin/default/x/../setup/",
                "/camunda/app/admin/default/x/%2e%2e/setup/",
                "/camunda/%61pp/admin/default/setup/",
                "/%63amunda/app/admin/default/setup/",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda/api/admin;x=y/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/s%65tup/default/us%65r/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/api/admin%2Fsetup/default/user/create",
                "/camunda/api/admin/Setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/auth/../setup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create",
                "/camunda/api/admin/setup/default//user/create",
            })
    void neverLetAnybodyCreateAnAdministrator(String path) throws Exception {
        withoutAdministrators(() -> {
            WebappSession session = new WebappSession(address("/"));
            session.open("/camunda/app/welcome/default/");

            assertThat(session.open(path).statusCode()).as("GET").isIn(400, 403, 404);
            assertThat(session.post(
                                    path,
                                    "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"Intruder-123!\"}}")
                            .statusCode())
                    .as("POST")
                    .isIn(400, 403, 404);
            assertThat(engine.getIdentityService()
                            .createUserQuery()
                            .userId("intruder")
                            .count())
                    .isZero();
        });
    }

    private void withoutAdministrators(ThrowingRunnable check) throws Exception {
        IdentityService identity = engine.getIdentityService();
        List<User> administrators = identity.createUserQuery()
                .memberOfGroup(GroupCatalog.ADMINISTRATORS)
                .list();
        administrators.forEach(user -> identity.deleteMembership(user.getId(), GroupCatalog.ADMINISTRATORS));
        try {
            check.run();
        } finally {
            administrators.forEach(user -> identity.createMembership(user.getId(), GroupCatalog.ADMINISTRATORS));
        }
    }

    private interface ThrowingRunnable {

        void run() throws Exception;
    }
}

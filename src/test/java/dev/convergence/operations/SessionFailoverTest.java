package dev.convergence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convergence.ApplicationProcess;
import dev.convergence.EmbeddedDatabase;
import dev.convergence.engine.history.CampaignHistoryLevel;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas, one database, real processes: what a user of Tasklist notices of a replica that dies. Nothing. */
class SessionFailoverTest {

    private static final String USER = "approver";
    private static final String PASSWORD = "Vine-harbour-7";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";

    private static String database;
    private static ApplicationProcess first;
    private static ApplicationProcess second;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeAll
    static void startTwoReplicas() throws Exception {
        database = EmbeddedDatabase.freshDatabaseUrl();
        first = replica();
        createUser();
        second = replica();
    }

    @AfterAll
    static void stopReplicas() throws Exception {
        ApplicationProcess.closeAll(first, second);
    }

    @Test
    void aLoginOutlivesTheReplicaThatTookIt() throws Exception {
        try (ApplicationProcess third = replica()) {
            login(third);
            assertThat(get(third, WHO_AM_I).body()).contains(USER);

            third.kill();

            assertThat(get(first, WHO_AM_I).body()).contains(USER);
            assertThat(get(second, WHO_AM_I).body()).contains(USER);
            assertThat(logout(second).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLogoutCountsOnEveryReplica() throws Exception {
        login(first);
        assertThat(get(second, WHO_AM_I).statusCode()).isEqualTo(200);

        logout(first);

        await().until(() -> get(second, WHO_AM_I).statusCode() == 404);
    }

    @Test
    void aRequestThatOnlyReadsDoesNotWriteTheLoginBack() throws Exception {
        login(first);
        String written = versionsOfLogins();

        get(second, WHO_AM_I);

        assertThat(versionsOfLogins()).isEqualTo(written);
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        HttpResponse<String> login = login(first);

        assertThat(login.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("CONVERGENCE_SESSION="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    private static ApplicationProcess replica() throws Exception {
        return ApplicationProcess.start(
                database,
                "--spring.datasource.username=" + EmbeddedDatabase.USER,
                "--convergence.demo.enabled=false",
                "--camunda.bpm.job-execution.enabled=false");
    }

    private HttpResponse<String> login(ApplicationProcess replica) throws Exception {
        HttpResponse<String> answer =
                post(replica, WHO_AM_I + "/login/tasklist", "username=" + USER + "&password=" + PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> logout(ApplicationProcess replica) throws Exception {
        return post(replica, WHO_AM_I + "/logout", "");
    }

    private HttpResponse<String> get(ApplicationProcess replica, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(replica.uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(ApplicationProcess replica, String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(replica.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    /** Which transaction wrote each stored login last. */
    private static String versionsOfLogins() throws SQLException {
        String query = "select string_agg(xmin::text, ',' order by session_primary_id) from spring_session_attributes"
                + " where attribute_name = 'authenticatedUser'";
        try (Connection connection = DriverManager.getConnection(database);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** By an engine beside the replicas: what is under test is the session, not how users come to be. */
    private static void createUser() {
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("session-failover-test");
        configuration.setJdbcUrl(database);
        configuration.setJdbcUsername(EmbeddedDatabase.USER);
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setJobExecutorActivate(false);
        configuration.setCustomHistoryLevels(List.of(new CampaignHistoryLevel()));
        configuration.setHistory(new CampaignHistoryLevel().getName());
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            User user = engine.getIdentityService().newUser(USER);
            user.setPassword(PASSWORD);
            engine.getIdentityService().saveUser(user);
            grantTasklist(engine.getAuthorizationService());
        } finally {
            engine.close();
        }
    }

    private static void grantTasklist(AuthorizationService authorizations) {
        Authorization access = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        access.setUserId(USER);
        access.setResource(Resources.APPLICATION);
        access.setResourceId("tasklist");
        access.addPermission(Permissions.ACCESS);
        authorizations.saveAuthorization(access);
    }
}

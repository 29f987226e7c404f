package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A session lives from a login to the logout, and is a row only then. */
class SessionLifeTest extends SurfaceTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";
    private static final String COUNT = "/camunda/api/engine/engine/default/task/count";

    @Autowired
    private JdbcTemplate database;

    private int before;

    @BeforeEach
    void countSessions() {
        before = sessions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                TASKLIST,
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/welcome/default/",
                "/camunda/app/tasklist/styles/user-styles.css",
                "/camunda/lib/deps.js",
                "/camunda/nothing-here",
                WHO_AM_I,
                COUNT,
                "/camunda/api/engine/engine/",
                "/sign-in",
                "/api/stalls",
                "/engine-rest/version"
            })
    void doesNotBeginWithALook(String page) throws Exception {
        WebappSession visitor = new WebappSession(address("/"));

        visitor.open(page);
        visitor.call("POST", page, "{}");

        assertThat(visitor.cookie("CONVERGENCE_SESSION")).isEmpty();
        assertThat(visitor.cookie("XSRF-TOKEN")).as("a token of no session").isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void doesNotBeginWithAWrongPassword() throws Exception {
        WebappSession visitor = new WebappSession(address("/"));

        assertThat(visitor.logIn("nobody-known", "tasklist").statusCode()).isEqualTo(401);

        assertThat(visitor.cookie("CONVERGENCE_SESSION")).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void beginsWithALoginAndEndsWithTheLogout() throws Exception {
        WebappSession session = new WebappSession(address("/"));

        session.logIn("legal", "tasklist");
        assertThat(sessions()).isEqualTo(before + 1);
        assertThat(session.post(COUNT, "{}").statusCode()).isEqualTo(200);
        assertThat(session.open(WHO_AM_I).statusCode()).isEqualTo(200);

        assertThat(session.logOut().statusCode()).isEqualTo(200);
        assertThat(sessions()).isEqualTo(before);
        assertThat(session.open(WHO_AM_I).statusCode()).isEqualTo(404);
        assertThat(session.post(COUNT, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void isAnotherAfterEachLogin() throws Exception {
        WebappSession session = new WebappSession(address("/"));
        session.logIn("legal", "tasklist");
        Optional<String> first = session.cookie("CONVERGENCE_SESSION");
        Optional<String> token = session.cookie("XSRF-TOKEN");

        assertThat(session.logIn("sales", "tasklist").statusCode()).isEqualTo(200);

        assertThat(session.cookie("CONVERGENCE_SESSION")).isPresent().isNotEqualTo(first);
        assertThat(session.cookie("XSRF-TOKEN")).isPresent().isNotEqualTo(token);
        assertThat(session.open(WHO_AM_I).body()).contains("sales");
        assertThat(session.post(COUNT, "{}").statusCode()).isEqualTo(200);
        assertThat(sessions()).isEqualTo(before + 1);
        session.logOut();
    }

    @Test
    void outlivesAFailedLogin() throws Exception {
        WebappSession session = new WebappSession(address("/"));
        session.logIn("legal", "tasklist");

        assertThat(session.logIn("nobody-known", "tasklist").statusCode()).isEqualTo(401);

        assertThat(session.open(WHO_AM_I).body()).contains("legal");
        assertThat(sessions()).isEqualTo(before + 1);
    }

    private int sessions() {
        return database.queryForObject("select count(*) from spring_session", Integer.class);
    }
}

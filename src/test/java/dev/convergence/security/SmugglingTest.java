package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.RunningApplication;
import dev.convergence.WebappSession;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions in queries are not evaluated, wherever they hide. */
class SmugglingTest extends RunningApplication {

    private static final String NESTED = "{\"orQueries\":[{\"assigneeExpression\":\"${canary.sing()}\"}]}";

    private int songsBefore;

    @BeforeEach
    void listen() {
        songsBefore = canary.songs();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${canary.sing()}\"}",
                NESTED,
                "{\"orQueries\":[{\"assignee\\u0045xpression\":\"${canary.sing()}\"}]}",
                "{\"orQueries\":[{\"nameLike\":\"x\"},{\"dueBeforeExpression\":\"#{canary.sing()}\"}]}",
                "{\"orQueries\":[{\"candidateGroupsExpression\":\"${currentUserGroups().add(canary.sing())}\"}]}",
                "{\"orQueries\":[{\"dueBeforeExpression\":\"${now()}${canary.sing()}\"}]}",
                "{\"orQueries\":[{\"processInstanceBusinessKeyExpression\":\" ${canary.sing()}\"}]}",
                "{\"orQueries\":[{\"ownerExpression\":\"${''.getClass().forName('java.lang.Runtime')}\"}]}",
                "{\"orQueries\":[{\"ownerExpression\":\"${dataSource}\"}]}",
            })
    void refusesExpressionsInATaskQuery(String query) throws Exception {
        WebappSession webapp = new WebappSession(address("/"));
        webapp.logIn("legal", "tasklist");

        assertIsRefused(post("legal", "/engine-rest/task?maxResults=10", query));
        assertIsRefused(post("legal", "/engine-rest/task/count", query));
        assertIsRefused(webapp.post("/camunda/api/engine/engine/default/task?maxResults=10", query));
        assertIsRefused(webapp.post("/camunda/api/engine/engine/default/task/count", query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"assigneeExpression\":\"${canary.sing()}\"}", NESTED})
    void refusesToRunAStoredFilterWithAnExpression(String query) throws Exception {
        String created = post(
                        "admin",
                        "/engine-rest/filter/create",
                        "{\"resourceType\":\"Task\",\"name\":\"smuggler\",\"query\":" + query + ",\"properties\":{}}")
                .body();
        String id = created.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        WebappSession webapp = new WebappSession(address("/"));
        webapp.logIn("admin", "tasklist");

        assertIsRefused(get("admin", "/engine-rest/filter/" + id + "/list?maxResults=10"));
        assertIsRefused(get("admin", "/engine-rest/filter/" + id + "/count"));
        assertIsRefused(get("admin", "/engine-rest/filter/" + id + "/singleResult"));
        assertIsRefused(webapp.post("/camunda/api/engine/engine/default/filter/" + id + "/list?maxResults=10", "{}"));
        assertIsRefused(webapp.post("/camunda/api/engine/engine/default/filter/" + id + "/count", "{}"));
        assertThat(get("admin", "/engine-rest/filter?itemCount=true").statusCode())
                .isIn(200, 400);
        assertThat(canary.songs()).isEqualTo(songsBefore);
        assertThat(delete("admin", "/engine-rest/filter/" + id).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"assigneeExpression\":\"${canary.sing()}\"}", NESTED})
    void refusesAnExpressionThatExtendsAFilter(String query) throws Exception {
        WebappSession webapp = new WebappSession(address("/"));
        webapp.logIn("legal", "tasklist");

        assertIsRefused(post("legal", "/engine-rest/filter/my-work/list?maxResults=10", query));
        assertIsRefused(webapp.post("/camunda/api/engine/engine/default/filter/my-work/list?maxResults=10", query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/history/task?maxResults=10",
                "/engine-rest/history/process-instance?maxResults=10",
                "/engine-rest/process-instance?maxResults=10",
                "/engine-rest/execution?maxResults=10",
                "/engine-rest/external-task?maxResults=10"
            })
    void doesNotEvaluateExpressionsInOtherQueries(String path) {
        HttpResponse<String> answer = post(
                "admin",
                path,
                "{\"orQueries\":[{\"assigneeExpression\":\"${canary.sing()}\",\"taskAssigneeExpression\":\"${canary.sing()}\"}]}");

        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(canary.songs()).isEqualTo(songsBefore);
    }

    /** Such an expression is not even well formed, which the engine answers with a fault of its own. */
    @Test
    void doesNotEvaluateTheArgumentsOfAFunction() {
        HttpResponse<String> answer = post(
                "legal",
                "/engine-rest/task?maxResults=10",
                "{\"orQueries\":[{\"ownerExpression\":\"${currentUser(canary.sing())}\"}]}");

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(canary.songs()).isEqualTo(songsBefore);
    }

    @Test
    void answersWhoAndWhen() {
        assertThat(post(
                                "legal",
                                "/engine-rest/task/count",
                                "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\","
                                        + "\"candidateGroupsExpression\":\"${ currentUserGroups( ) }\",\"dueBeforeExpression\":\"#{now()}\"}]}")
                        .statusCode())
                .isEqualTo(200);
    }

    private void assertIsRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).containsIgnoringCase("expressions").doesNotContain("unbound");
        assertThat(canary.songs()).as("songs of the canary").isEqualTo(songsBefore);
    }
}

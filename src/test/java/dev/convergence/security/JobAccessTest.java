package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that failed, its log and its stack traces, and what users did: at both doors, for those whom it concerns. */
class JobAccessTest extends SurfaceTest {

    private static final String ENGINE = "/engine-rest";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final List<String> OPERATE = List.of("operator", "admin");

    private EngineProbe probe;

    @BeforeEach
    void letAJobFail() {
        probe = new EngineProbe(engine, "probe-" + newKey());
        assertThatThrownBy(() -> engine.getManagementService().executeJob(probe.id("FAILING")))
                .isInstanceOf(ProcessEngineException.class);
    }

    @AfterEach
    void removeIt() {
        probe.remove();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product",
                "legal",
                "campaign-manager",
                "sponsor",
                "manager",
                "process-owner",
                "operator",
                "admin"
            })
    void isForThoseWhoOperate(String user) throws Exception {
        boolean operates = OPERATE.contains(user);
        String log = engine.getHistoryService()
                .createHistoricJobLogQuery()
                .jobId(probe.id("FAILING"))
                .failureLog()
                .singleResult()
                .getId();
        WebappSession session = new WebappSession(address("/"));
        session.logIn(user, user.equals("manager") || user.equals("operator") ? "cockpit" : "tasklist");

        for (String list : List.of("/job", "/job-definition", "/history/job-log")) {
            String path = list + "?maxResults=5&processDefinitionId=" + probe.id("DEFINITION");
            assertThat(get(user, ENGINE + path).body().equals("[]"))
                    .as("%s at %s", user, path)
                    .isEqualTo(!operates);
            assertThat(session.open(WEBAPPS + path).body())
                    .isEqualTo(get(user, ENGINE + path).body());
        }
        for (String detail :
                List.of("/job/" + probe.id("FAILING") + "/stacktrace", "/history/job-log/" + log + "/stacktrace")) {
            assertThat(get(user, ENGINE + detail).statusCode())
                    .as("%s at %s", user, detail)
                    .isEqualTo(operates ? 200 : 403);
            assertThat(session.open(WEBAPPS + detail).statusCode()).isEqualTo(operates ? 200 : 403);
        }
        assertThat(get(user, ENGINE + "/metrics").statusCode()).isEqualTo(operates ? 200 : 403);
        assertThat(session.open(WEBAPPS + "/metrics").statusCode()).isEqualTo(operates ? 200 : 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "campaign-manager", "manager", "process-owner", "operator"})
    void keepsWhatAdministratorsDidToThemselves(String user) throws Exception {
        post("admin", ENGINE + "/task/" + probe.id("TASK") + "/assignee", "{\"userId\": \"sales\"}");
        String log = ENGINE + "/history/user-operation?maxResults=50&processDefinitionId=" + probe.id("DEFINITION");

        assertThat(get("admin", log).body()).contains("Assign");
        assertThat(get(user, log).body()).isEqualTo("[]");
        assertThat(get("sales", log + "&taskId=" + probe.id("TASK")).body()).contains("Assign");
    }
}

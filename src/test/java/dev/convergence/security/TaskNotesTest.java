package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.SurfaceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who claims a task and gives it back, and what may be written on it. The task is one of sales. */
class TaskNotesTest extends SurfaceTest {

    private EngineProbe probe;
    private String task;

    @BeforeEach
    void offerATaskToSales() {
        probe = new EngineProbe(engine, "probe-" + newKey());
        task = "/engine-rest/task/" + probe.id("TASK");
    }

    @AfterEach
    void removeIt() {
        probe.remove();
    }

    @Test
    void isClaimedForOneselfAndGivenBack() {
        assertThat(post("sales", task + "/claim", "{\"userId\": \"legal\"}").statusCode())
                .isEqualTo(403);
        assertThat(post("admin", task + "/claim", "{\"userId\": \"legal\"}").statusCode())
                .isEqualTo(403);
        assertThat(assignee()).isNull();

        assertThat(post("sales", task + "/claim", "{\"userId\": \"sales\"}").statusCode())
                .isEqualTo(204);
        assertThat(assignee()).isEqualTo("sales");
        assertThat(post("legal", task + "/unclaim", "{}").statusCode()).isEqualTo(403);
        assertThat(post("sales", task + "/assignee", "{\"userId\": \"legal\"}").statusCode())
                .isEqualTo(403);
        assertThat(post("sales", task + "/unclaim", "{}").statusCode()).isEqualTo(204);
        assertThat(assignee()).isNull();
        assertThat(post("sales", task + "/claim", "{\"userId\": \"sales\"}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void isWrittenOnByThoseWhoWorkOnIt() {
        String comment = task + "/comment/create";

        assertThat(post("legal", comment, "{\"message\": \"Forged\"}").statusCode())
                .isEqualTo(403);
        assertThat(post("sales", comment, "{\"message\": \"Ours\"}").statusCode())
                .isEqualTo(200);
        assertThat(attach("legal", "https://example.org").statusCode()).isEqualTo(403);
        assertThat(attach("sales", "https://example.org").statusCode()).isEqualTo(200);
        assertThat(get("legal", task + "/comment").body()).contains("Ours").doesNotContain("Forged");
    }

    @Test
    void keepsNotesOffTheInstancesOfOthers() {
        EngineProbe other = new EngineProbe(engine, "probe-" + newKey());
        try {
            String body = "{\"message\": \"Forged\", \"processInstanceId\": \"" + other.id("INSTANCE") + "\"}";

            assertThat(post("sales", task + "/comment/create", body).statusCode())
                    .isEqualTo(403);
        } finally {
            other.remove();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "vbscript:x",
                "//example.org",
                "example",
                "https://"
            })
    void takesNoLinkThatABrowserWouldRun(String url) {
        assertThat(attach("sales", url).statusCode()).as(url).isEqualTo(400);
        assertThat(engine.getTaskService().getTaskAttachments(probe.id("TASK"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/x?y=z", "https://example.org", "mailto:sales@example.org"})
    void takesAddresses(String url) {
        assertThat(attach("sales", url).statusCode()).as(url).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1), 400",
        "See <javascript:alert(1)>, 400",
        "ftp://example.org, 400",
        "https://example.org and mailto:a@example.org, 204",
        "'The folder: Spring, at 10:30, C:\\sales', 204",
    })
    void takesTheSameLinksInForms(String links, int status) {
        String key = newKey();
        create(key);
        walkTo(key, "userTask_finaliseProduct");
        Task work = task(key, "userTask_finaliseProduct");

        HttpResponse<String> answer = post(
                "product",
                "/engine-rest/task/" + work.getId() + "/submit-form",
                "{\"variables\": {\"finaliseProductResult\": {\"value\": \"x\"}, \"finaliseProductLinks\": {\"value\": \""
                        + links.replace("\\", "\\\\") + "\"}}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.body()).contains("finaliseProductLinks");
        }
    }

    private String assignee() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(probe.id("TASK"))
                .singleResult()
                .getAssignee();
    }

    private HttpResponse<String> attach(String user, String url) {
        String body =
                part("attachment-name", "Link") + part("attachment-type", "link") + part("url", url) + "--b--\r\n";
        return send(request(user, task + "/attachment/create")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}

package dev.convergence.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import dev.convergence.RunningApplication;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A browser at the running application; a picture of each failure. */
@Tag("browser")
@ExtendWith(BrowserCondition.class)
abstract class BrowserTest extends RunningApplication {

    private static final ObjectMapper JSON = new ObjectMapper();

    protected static Browser browser;

    @RegisterExtension
    static final AfterTestExecutionCallback PICTURE_OF_FAILURE = test -> {
        if (test.getExecutionException().isPresent()) {
            browser.photograph("failed-" + test.getRequiredTestMethod().getName());
        }
    };

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    protected TasklistPage tasklistOf(String user) {
        return TasklistPage.of(browser, address("/camunda/app/tasklist/default/"), user);
    }

    protected CockpitPage cockpitOf(String user) {
        return CockpitPage.of(browser, address("/camunda/app/cockpit/default/"), user);
    }

    protected <T> T campaign(String key, String path) {
        return JsonPath.read(get("campaign-manager", "/api/campaigns/" + key).body(), path);
    }

    /** The running instance of one of a campaign's processes. */
    protected String instance(String campaign, String process) {
        ProcessInstance instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(campaign)
                .processDefinitionKey(process)
                .singleResult();
        return instance.getId();
    }

    /** Starts a campaign and brings it to its first gate, for tests that begin there. */
    protected void startOverHttp(String key, String name) {
        briefOverHttp(key, name, "Win back last year's visitors");
        done(
                "product",
                key,
                "userTask_finaliseProduct",
                Map.of(
                        "finaliseProductResult", "The programme is final:\n- 40 talks\n- 12 workshops",
                        "finaliseProductLinks", "https://example.org/programme"));
    }

    /** Starts a campaign and writes its brief. */
    protected void briefOverHttp(String key, String name, String goal) {
        expectSuccess(post(
                "campaign-manager",
                "/api/campaigns",
                json(Map.of("key", key, "name", name, "type", "product-launch", "pattern", "sequential"))));
        done(
                "campaign-manager",
                key,
                "userTask_writeBrief",
                Map.of(
                        "briefGoal", goal,
                        "briefAudience", "Visitors of the last three fairs",
                        "briefMessage", "The fair is back"));
    }

    /** From the first gate, approved, to the second. */
    protected void makeAssetsOverHttp(String key) {
        done("marketing", key, "userTask_writeMessages", Map.of("writeMessagesResult", "Three letters, one a week"));
        done("creative", key, "userTask_makeCreative", Map.of("makeCreativeResult", "Banners in three sizes"));
    }

    /** From the first gate to the last. */
    protected void convergeOverHttp(String key) {
        approveOverHttp("marketing", key);
        makeAssetsOverHttp(key);
        approveOverHttp("product", key);
        done(
                "marketing",
                key,
                "userTask_prepareHandoff",
                Map.of("handoffWhat", "The letters and the banners", "handoffWhere", "https://example.org/assets"));
        expectSuccess(submit("sales", key, "userTask_acceptHandoff", "{\"handoffAccepted\": {\"value\": true}}"));
        done("sales", key, "userTask_enableSales", Map.of("enableSalesResult", "All twelve sellers know the offer"));
        approveOverHttp("marketing", key);
        done("marketing", key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Mail on Monday, page on Tuesday"));
    }

    protected void approveOverHttp(String user, String campaign) {
        done(user, campaign, "userTask_reviewGate", Map.of("gateOutcome", "APPROVED"));
    }

    protected static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    /** Completes a task over HTTP, for the steps that a test is not about. */
    protected void done(String user, String campaign, String task, Map<String, String> texts) {
        expectSuccess(submit(user, campaign, task, variables(texts)));
    }

    private HttpResponse<String> submit(String user, String campaign, String task, String variables) {
        return submit(user, await().until(() -> open(campaign, task), Objects::nonNull), variables);
    }

    private HttpResponse<String> submit(String user, Task open, String variables) {
        expectSuccess(post(user, "/engine-rest/task/" + open.getId() + "/claim", json(Map.of("userId", user))));
        return post(user, "/engine-rest/task/" + open.getId() + "/submit-form", "{\"variables\": " + variables + "}");
    }

    /** Completes an open task over HTTP. */
    protected void done(String user, Task open, Map<String, ?> values) {
        expectSuccess(submit(user, open, variables(values)));
    }

    /** Tasks behind an asynchronous continuation come a little later. */
    private Task open(String campaign, String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(campaign)
                .taskDefinitionKey(task)
                .singleResult();
    }

    private static String variables(Map<String, ?> values) {
        Map<String, Object> variables = new HashMap<>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return json(variables);
    }

    protected static void expectSuccess(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
    }
}

package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What people write is shown as they wrote it, wherever it is shown. */
class MarkupAsTextTest extends BrowserTest {

    private static final String KEY = "markup";
    private static final String GATE = "Review the gate: Product ready";

    /** Markup that would run, a formula, and a sign that turns the direction of writing. */
    private static final String HOSTILE = "<img src=x onerror=document.title='hacked'> =1+1 \u202Egpj.exe";

    private static final String NAME =
            "=1+1 # <script>document.title='hacked'</script> **bold** [link](https://example.org)\r\n" + HOSTILE;
    private static final String ON_ONE_LINE = NAME.replace("\r\n", " ");
    private static final By MARKUP = By.cssSelector(
            ".fjs-container :is(img, b, strong, script, a[href*='example.org']), .task-card :is(img, script)");

    @AfterEach
    void backToThePresent() {
        ClockUtil.reset();
    }

    @Test
    void staysText() {
        stallTheGate();
        inCockpit();
        sendBackAndDoAgain();
        onTheReview();
        onTheCondition();
    }

    private void stallTheGate() {
        ClockUtil.offset(-Duration.ofDays(21).toMillis());
        startOverHttp(KEY, NAME);
        ClockUtil.reset();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !this.<List<Object>>campaign(KEY, "$.stalls").isEmpty());
    }

    private void inCockpit() {
        CockpitPage cockpit = cockpitOf("manager").openInstance(instance(KEY, "stage-gate"));
        assertThat(cockpit.valueOf("campaignName")).contains(ON_ONE_LINE);
        assertThat(cockpit.openTab("Incidents").incident("stalledGate")).contains(ON_ONE_LINE);
        expectNothingRan();
        browser.photograph("51-markup-in-cockpit");
    }

    private void sendBackAndDoAgain() {
        done(
                "marketing",
                KEY,
                "userTask_reviewGate",
                Map.of("gateOutcome", "SENT_BACK", "gateComment", HOSTILE + " comment\r\nBcc: everybody"));
        done("product", KEY, "userTask_finaliseProduct", Map.of("finaliseProductResult", HOSTILE + " result"));
        done("legal", KEY, "userTask_giveAdvice", Map.of("advice", HOSTILE + " advice"));
    }

    private void onTheReview() {
        TasklistPage tasklist = tasklistOf("marketing");
        assertThat(tasklist.cardOf(GATE, ON_ONE_LINE).getText()).contains(ON_ONE_LINE);
        TaskForm form = tasklist.open(GATE, ON_ONE_LINE);
        assertThat(form.text())
                .contains(ON_ONE_LINE, HOSTILE + " result", HOSTILE + " advice", HOSTILE + " comment\nBcc: everybody");
        expectNothingRan();
        browser.photograph("50-markup-in-tasklist");
    }

    private void onTheCondition() {
        done(
                "marketing",
                KEY,
                "userTask_reviewGate",
                Map.of("gateOutcome", "APPROVED_WITH_CONDITIONS", "gateConditions", HOSTILE + " condition | legal"));
        TaskForm form = tasklistOf("legal").open("Meet the condition: " + HOSTILE + " condition", ON_ONE_LINE);
        assertThat(form.text()).contains("approved on this condition\n" + HOSTILE + " condition");
        expectNothingRan();
        browser.photograph("52-markup-in-a-condition");
    }

    private static void expectNothingRan() {
        assertThat(browser.visible(MARKUP)).isEmpty();
        assertThat(browser.title()).doesNotContain("hacked");
    }
}

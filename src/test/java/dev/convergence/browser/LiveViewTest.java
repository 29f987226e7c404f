package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A flash sale as everybody in the team watches it. */
class LiveViewTest extends BrowserTest {

    private static final String KEY = "flash-sale-live";
    private static final String NAME = "Flash sale <img src=x onerror=document.title='hacked'>";
    private static final String PATH = "/api/campaigns/" + KEY;

    @Test
    void drawsMetricsLimitsActionsAndBudgetsAsTheyCome() {
        begin();
        browser.errors();
        LivePage page = LivePage.of(browser, address(PATH + "/live"), "legal").seeState("not live yet");

        launch();
        page.seeState("Live until").seeState("automatic action is on").seeState("no source suspended");
        page.see("latest", "No reading counts yet.").see("actions", "No rule has asked for anything yet.");

        openRate(1, "0.08");
        openRate(2, "0.08");
        page.see("latest", "0.08").see("actions", "Move 1800.00 from email to social");
        page.see("actions", "Change the creative of email").see("budgets", "4,200.00");
        assertThat(page.charts())
                .hasSize(2)
                .anySatisfy(chart -> assertThat(chart).startsWith("open-rate over time; email 0.08 at "))
                .anySatisfy(chart -> assertThat(chart).startsWith("Budget by channel over time; email 4,200.00"));
        assertThat(page.colours("open-rate")).isPositive();
        assertThat(page.colours("Budget")).isGreaterThanOrEqualTo(2);
        page.photograph("60-live-view");

        switchOff();
        page.seeState("automatic action is off");
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.see(By.tagName("h1")).getText()).isEqualTo(NAME);
        assertThat(browser.title()).isEqualTo(NAME + ": live");
    }

    private void begin() {
        expectSuccess(post(
                "campaign-manager",
                "/api/campaigns",
                json(Map.of(
                        "key",
                        KEY,
                        "name",
                        NAME,
                        "type",
                        "product-launch",
                        "pattern",
                        "adaptive",
                        "priority",
                        "rehearsal",
                        "budget",
                        Map.of("email", 6000, "social", 3000)))));
    }

    private void launch() {
        done(
                "campaign-manager",
                KEY,
                "userTask_writeBrief",
                Map.of("briefGoal", "Sell out today", "briefAudience", "Regulars", "briefMessage", "Only today"));
        done("marketing", KEY, "userTask_alignLaunch", Map.of("alignLaunchResult", "Mail at eight"));
        approveOverHttp("campaign-manager", KEY);
    }

    private void openRate(int number, String value) {
        expectSuccess(post(
                "analytics",
                PATH + "/readings",
                """
                {"id": "live-%d", "source": "email", "metric": "open-rate", "channel": "email", "value": %s, "observedAt": "%s"}"""
                        .formatted(number, value, Instant.now())));
    }

    private void switchOff() {
        assertThat(send(request("campaign-manager", PATH + "/automation")
                                .header("Content-Type", "application/json")
                                .method(
                                        "PUT",
                                        BodyPublishers.ofString(
                                                "{\"automatic\": false, \"reason\": \"The press is here\"}")))
                        .statusCode())
                .isEqualTo(200);
    }
}

package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A flash sale as everybody in the team watches it. */
class LiveViewTest extends LiveCampaignTest {

    private static final String KEY = "flash-sale-live";
    private static final String NAME = "Flash sale <img src=x onerror=document.title='hacked'>";
    private static final String PATH = "/api/campaigns/" + KEY;

    @Test
    void drawsMetricsLimitsActionsAndBudgetsAsTheyCome() {
        begin(KEY, NAME);
        browser.errors();
        LivePage page = LivePage.of(browser, address(PATH + "/live"), "legal").seeState("not live yet");

        launch(KEY);
        page.seeState("Live until").seeState("automatic action is on").seeState("no source suspended");
        page.see("latest", "No reading counts yet.").see("actions", "No rule has asked for anything yet.");

        openRate(KEY, "0.08");
        openRate(KEY, "0.08");
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

package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a live campaign asks people, as they see it. */
class AdaptationInTasklistTest extends LiveCampaignTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String KEY = "asks-people";
    private static final String NAME = "Asks people";
    private static final String PATH = "/api/campaigns/" + KEY;

    @Test
    void asksForApprovalForVariantsAndAboutASource() {
        begin(KEY, NAME);
        launch(KEY);
        await().atMost(SOON)
                .until(() -> get("campaign-manager", PATH + "/bounds").statusCode() == 200);
        tightenTheBounds();
        openRate(KEY, "0.08");
        openRate(KEY, "0.06");

        approveTheMove();
        makeVariants();
        openRate(KEY, "7.5");
        checkTheSource();
    }

    private void tightenTheBounds() {
        String bounds = JsonPath.parse(get("campaign-manager", PATH + "/bounds").body())
                .set("$.mostPercent", 10)
                .set("$.approvalWithin", "P1D")
                .put("$", "reason", "The board looks at every larger move")
                .jsonString();
        expectSuccess(send(request("campaign-manager", PATH + "/bounds")
                .header("Content-Type", "application/json")
                .method("PUT", BodyPublishers.ofString(bounds))));
    }

    private void approveTheMove() {
        TaskForm form = tasklistOf("campaign-manager")
                .open("Approve the action: Move 30 % of the budget of email to social", NAME)
                .claim();
        assertThat(form.rows("The action")).anySatisfy(row -> assertThat(row).contains("at most 10 %"));
        assertThat(form.rows("The readings behind it")).hasSize(2).anySatisfy(row -> assertThat(row)
                .contains("email", "open-rate", "0.06")
                .doesNotContain("0.060"));
        assertThat(form.rows("The budgets, as they would be"))
                .anySatisfy(row -> assertThat(row).contains("email", "6000.00", "4200.00"))
                .anySatisfy(row -> assertThat(row).contains("social", "3000.00", "4800.00"));
        form.photograph("90-approve-action").tick("No");
        assertThat(form.refusal()).contains("actionComment");
        form.dismissRefusal().tick("Yes, take the action").photograph("91-approve-action-decision");
        form.complete();

        await().atMost(SOON).untilAsserted(() -> assertThat(this.<List<Object>>read("/budgets", "$[*].now"))
                .extracting(String::valueOf)
                .containsExactlyInAnyOrder("4200.0", "4800.0"));
    }

    private void makeVariants() {
        TaskForm form = tasklistOf("creative")
                .open("Make new variants: email (new subject lines and preheaders)", NAME)
                .claim();
        assertThat(form.rows("The brief")).anySatisfy(row -> assertThat(row).contains("Only today"));
        form.write("The variants", "Only today: 40 % off").photograph("92-make-variants");
        form.complete();

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        get("creative", "/api/platform/" + KEY).body())
                .contains("Only today: 40 % off"));
    }

    private void checkTheSource() {
        TaskForm form = tasklistOf("marketing")
                .open("Check the source: Email tool", NAME)
                .claim();
        assertThat(form.rows("The last readings that could not be used"))
                .hasSize(1)
                .anySatisfy(row -> assertThat(row).contains("7.5"));
        form.photograph("93-check-source").tick("A hiccup: nothing changes");
        form.photograph("94-check-source-answer").complete();

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        this.<List<Object>>read("/sources", "$[?(@.source == 'email')].doubtedSince"))
                .containsOnlyNulls());
    }

    private <T> T read(String part, String path) {
        HttpResponse<String> answer = get("campaign-manager", PATH + part);
        expectSuccess(answer);
        return JsonPath.read(answer.body(), path);
    }
}

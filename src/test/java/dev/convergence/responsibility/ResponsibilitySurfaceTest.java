package dev.convergence.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponsibilitySurfaceTest extends DeploymentSurfaceTest {

    private static final String PATH = "/api/responsibilities";
    private static final String NOTE = "The product manager is consulted on the launch and does not decide it.";

    @Test
    void tellsEverybodyWhoIsSignedIn() {
        assertThat(get(NOBODY, PATH).statusCode()).isEqualTo(401);
        assertThat(send(request(NOBODY, PATH).header("Accept", "text/html")).statusCode())
                .as("to the sign-in")
                .isEqualTo(302);
        assertThat(get("support", PATH).statusCode()).isEqualTo(200);
    }

    @Test
    void listsTheRulesInTheirOrder() {
        JsonNode rows = json(get("sales", PATH), 200);

        assertThat(rows.findValuesAsText("task"))
                .startsWith("write-brief", "finalise-product", "product-ready")
                .contains("analytics-track", "resolve-conflict", "hold-sync")
                .endsWith("null");
        assertThat(rows.get(2))
                .isEqualTo(
                        json(
                                """
                        {"task": "product-ready", "pattern": null, "responsible": ["product"],
                         "accountable": "marketing", "consulted": ["legal"],
                         "informed": ["creative", "sales", "campaign-managers"],
                         "description": "A gate is decided by the team that goes on from there, never by the one whose work it reviews."}"""));
        assertThat(rows.get(rows.size() - 1))
                .isEqualTo(
                        json(
                                """
                        {"task": null, "pattern": null, "responsible": ["campaign-managers"],
                         "accountable": "campaign-managers", "consulted": [], "informed": [],
                         "description": "Whatever has no rule of its own."}"""));
    }

    @Test
    void showsATableToABrowser() {
        HttpResponse<String> page = page();

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains(
                        "<th scope=\"col\">Accountable</th>",
                        "<tr><th scope=\"row\">assets-to-sales</th><td>all</td><td>marketing</td><td>sales</td><td></td>",
                        "<th scope=\"row\">everything else</th>",
                        NOTE)
                .endsWith("</html>");
    }

    @Test
    void letsTheBrowserApplyThePagesStyleAndNothingElse() {
        assertThat(page().headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; style-src 'sha256-")
                .endsWith("'; frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(get("sales", PATH).headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void followsTheTableAsDeployedAndShowsMarkupAsText() {
        String changed = with("rule_11_accountable", "\"sponsors\"", shipped(MATRIX))
                .replace(NOTE, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more");
        assertDeployed(Map.of(MATRIX, with("rule_11_pattern", "\"&lt;b>\"", changed)));

        JsonNode row = json(get("sales", PATH), 200).get(12);

        assertThat(row.path("accountable").asText()).isEqualTo("sponsors");
        assertThat(row.path("pattern").asText()).isEqualTo("<b>");
        assertThat(row.path("description").asText()).isEqualTo("<script>alert(1)</script> & more");
        assertThat(page().body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more", "&lt;b&gt;", "<td>sponsors</td>")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void isDescribed() {
        JsonNode call =
                json(get("sales", "/v3/api-docs"), 200).path("paths").path(PATH).path("get");

        assertThat(call.at("/responses/200/content").toString()).contains("text/html", "ResponsibilityRow");
    }

    private HttpResponse<String> page() {
        return send(request("sales", PATH).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    }
}

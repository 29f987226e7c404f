package dev.convergence.adaptive.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.SurfaceTest;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class LiveSurfaceTest extends SurfaceTest {

    private static final String NAME = "</title><script>alert(1)</script> <b>Sale</b>";
    private static final Duration HOUR = Duration.ofHours(1);

    private final String key = newKey();
    private int readings;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void saysSoBeforeTheCampaignIsLive() {
        begin();

        JsonNode metrics = metrics("");

        assertThat(metrics.at("/campaign/name").asText()).isEqualTo(NAME);
        assertThat(metrics.at("/campaign/live").asBoolean()).isFalse();
        assertThat(metrics.path("from").isNull()).isTrue();
        assertThat(metrics.path("series")).isEmpty();
        assertThat(page("sales").body()).contains("This campaign is not live yet.");
    }

    @Test
    void showsWhatTheRulesMadeOfTheReadings() {
        goLive();
        moveTo(now().plus(HOUR));
        String first = openRate("0.08");
        moveTo(now().plus(Duration.ofMinutes(1)));
        String second = openRate("0.10");
        settle(key);
        tick();

        JsonNode metrics = metrics("");

        assertThat(metrics.at("/campaign/live").asBoolean()).isTrue();
        assertThat(metrics.at("/campaign/automatic").asBoolean()).isTrue();
        assertThat(metrics.at("/campaign/liveUntil").asText()).isNotBlank();
        assertThat(metrics.path("series")).hasSize(1);
        JsonNode series = metrics.at("/series/0");
        assertThat(List.of(
                        series.path("metric").asText(), series.path("channel").asText()))
                .containsExactly("open-rate", "email");
        assertThat(series.path("source").asText()).isEqualTo("email");
        assertThat(times(series)).containsExactly(first, second);
        assertThat(series.at("/points/1/value").decimalValue()).isEqualByComparingTo("0.1");
        assertThat(metrics.at("/thresholds").findValuesAsText("rule")).contains("email-open-rate-budget");
        assertThat(metrics.at("/thresholds/0/when").asText()).isEqualTo("below");
        assertThat(metrics.at("/thresholds/0/threshold").decimalValue()).isEqualByComparingTo("0.15");
        assertThat(metrics.at("/thresholds/0/release").decimalValue()).isEqualByComparingTo("0.2");
        assertThat(metrics.at("/sources").findValuesAsText("id")).contains("email");
    }

    @Test
    void tellsActionsInWordsAndWhatTheyDidToTheBudgets() {
        goLive();
        moveTo(now().plus(HOUR));
        openRate("0.08");
        openRate("0.10");
        settle(key);

        JsonNode metrics = metrics("");

        assertThat(metrics.path("actions").findValuesAsText("what"))
                .containsExactly(
                        "Move 1800.00 from email to social",
                        "Change the creative of email: next subject line",
                        "Ask for new variants for email: new subject lines and preheaders");
        assertThat(metrics.path("actions").findValues("number").stream().map(JsonNode::asInt))
                .containsExactly(1, 2, 3);
        assertThat(metrics.at("/actions/0/decidedBy").isNull()).isTrue();
        assertThat(amounts(metrics, "email")).containsExactly("6000", "4200", "4200");
        assertThat(amounts(metrics, "social")).containsExactly("3000", "4800", "4800");
    }

    @Test
    void keepsReadingsThatDoNotCountApart() {
        goLive();
        moveTo(now().plus(HOUR));
        openRate("0.3");
        String late = now().minus(Duration.ofMinutes(1)).toString();
        deliver("0.31", late, "STALE");
        tick();
        deliver("7", now().toString(), "REJECTED");

        JsonNode metrics = metrics("");

        assertThat(metrics.at("/series/0/points")).hasSize(1);
        assertThat(metrics.path("doubted").findValuesAsText("verdict")).containsExactly("REJECTED", "STALE");
        assertThat(metrics.at("/doubted/0/value").decimalValue()).isEqualByComparingTo("7");
        assertThat(metrics.at("/doubted/0/reason").asText()).isEqualTo("value 7 is above 1");
        assertThat(metrics.at("/doubted/1/at").asText()).isEqualTo(late);
    }

    @Test
    void thinsLongSeriesOutAndLosesNoReading() {
        goLive();
        Instant begin = now();
        int many = 3000;
        jdbc.batchUpdate(
                """
                insert into cc_reading (campaign_key, reading_id, verdict, source, metric, channel, reading_value,
                observed_at, received_at) values (?, ?, 'APPLIED', 'email', 'open-rate', 'email', ?, ?, ?)""",
                IntStream.range(0, many)
                        .mapToObj(number -> {
                            Object at = StoredTimeConverter.of(begin.plusSeconds(number * 10L));
                            return new Object[] {key, "r" + number, number % 2 == 0 ? 0.2 : 0.4, at, at};
                        })
                        .toList());
        moveTo(begin.plusSeconds(many * 10L));

        JsonNode points = metrics("").at("/series/0/points");

        assertThat(points.size()).isBetween(200, 500);
        assertThat(points.findValues("readings").stream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(many);
        assertThat(points.get(1).path("low").decimalValue()).isEqualByComparingTo("0.2");
        assertThat(points.get(1).path("high").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(points.get(1).path("value").decimalValue()).isEqualByComparingTo("0.3");

        String hour = "?from=" + begin.plus(HOUR) + "&to=" + begin.plus(HOUR.multipliedBy(2));
        JsonNode within = metrics(hour).at("/series/0/points");
        assertThat(within).hasSize(361);
        assertThat(within.get(0).path("at").asText()).isEqualTo(begin.plus(HOUR).toString());
    }

    @Test
    void drawsNothingBeyondItsLife() {
        goLive();
        Instant begin = Instant.parse(metrics("").path("from").asText());
        moveTo(begin.plus(HOUR));

        JsonNode metrics = metrics("?from=1970-01-01T00:00:00Z&to=2179-12-01T00:00:00Z");

        assertThat(metrics.path("from").asText()).isEqualTo(begin.toString());
        assertThat(metrics.path("to").asText()).isEqualTo(now().toString());
        assertProblem(get("sales", path("/metrics?from=" + now().plusSeconds(1))), 422, "from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=2027-03-01"})
    void refusesWhatIsNoTime(String query) {
        begin();

        assertProblem(get("sales", path("/metrics?" + query)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/metrics"})
    void knowsNoOtherCampaigns(String part) {
        assertProblem(get("sales", "/api/campaigns/no-such" + part), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"product", "marketing", "creative", "sales", "analytics", "legal", "support", "campaign-manager"
            })
    void isForEveryTeam(String member) {
        begin();

        assertThat(page(member).statusCode()).isEqualTo(200);
        assertThat(get(member, path("/metrics")).statusCode()).isEqualTo(200);
    }

    @Test
    void isForNobodyElse() {
        begin();

        HttpResponse<String> asked = page(NOBODY);

        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.headers().firstValue("Location"))
                .hasValueSatisfying(signIn -> assertThat(signIn).contains("/sign-in?to="));
        assertThat(asked.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(get(NOBODY, path("/metrics")).statusCode()).isEqualTo(401);
    }

    @Test
    void letsTheBrowserRunTheApplicationsOwnScriptsAndNothingElse() {
        begin();

        HttpResponse<String> page = page("sales");

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                        + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(page.body())
                .contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;Sale&lt;/b&gt;")
                .doesNotContain("alert(1)</script>", "<b>", "style=", " onload", "http://", "https://");
        assertThat(get("sales", path("/metrics")).headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/live/live.js",
                "/live/charts.js",
                "/live/dom.js",
                "/live/tables.js",
                "/live/words.js",
                "/webjars/chart.js/dist/chart.umd.min.js",
                "/webjars/chartjs-plugin-annotation/dist/chartjs-plugin-annotation.min.js"
            })
    void servesItsScripts(String script) {
        HttpResponse<String> file = get(NOBODY, script);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/javascript");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    private void begin() {
        ObjectNode asked = campaign(key);
        asked.put("name", NAME);
        asked.put("pattern", "adaptive");
        asked.remove(List.of("plan", "touchpoints", "plannedLaunch"));
        asked.putObject("budget").put("email", 6000).put("social", 3000);
        json(post(CAMPAIGN_MANAGER, "/api/campaigns", asked.toString()), 201);
    }

    private void goLive() {
        begin();
        complete(key, "userTask_writeBrief", Map.of());
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
        settle(key);
    }

    /** When it was observed. */
    private String openRate(String value) {
        tick();
        deliver(value, now().toString(), "APPLIED");
        return now().toString();
    }

    private void deliver(String value, String observedAt, String verdict) {
        readings++;
        String reading =
                """
                {"id": "%s-%d", "source": "email", "metric": "open-rate", "channel": "email", "value": %s, "observedAt": "%s"}"""
                        .formatted(key, readings, value, observedAt);
        JsonNode answer = json(post("analytics", path("/readings"), reading), 202);
        assertThat(answer.path("verdict").asText()).as(answer.toString()).isEqualTo(verdict);
    }

    private JsonNode metrics(String query) {
        return json(get("legal", path("/metrics" + query)), 200);
    }

    private HttpResponse<String> page(String user) {
        return send(request(user, path("/live")).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    }

    private String path(String part) {
        return "/api/campaigns/" + key + part;
    }

    private static List<String> times(JsonNode series) {
        return series.path("points").findValuesAsText("at");
    }

    private static List<String> amounts(JsonNode metrics, String channel) {
        return StreamSupport.stream(metrics.path("budgets").spliterator(), false)
                .filter(budget -> budget.path("channel").asText().equals(channel))
                .flatMap(budget -> budget.path("steps").findValues("amount").stream())
                .map(JsonNode::decimalValue)
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .toList();
    }
}

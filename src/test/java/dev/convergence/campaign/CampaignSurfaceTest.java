package dev.convergence.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.SurfaceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

class CampaignSurfaceTest extends SurfaceTest {

    private static final String CAMPAIGNS = "/api/campaigns";
    private static final List<String> PATTERNS = List.of("sequential", "parallel", "adaptive");
    private static final List<String> LEVELS = List.of("low", "medium", "high");

    private final String key = newKey();

    @Test
    void startsACampaign() {
        HttpResponse<String> answer =
                post(CAMPAIGN_MANAGER, CAMPAIGNS, campaign(key).toString());

        JsonNode created = json(answer, 201);
        assertThat(answer.headers().firstValue("Location")).contains(CAMPAIGNS + "/" + key);
        assertThat(created).isEqualTo(read(key));
        assertThat(created.path("key").asText()).isEqualTo(key);
        assertThat(created.path("name").asText()).isEqualTo("Spring sale");
        assertThat(created.path("pattern").asText()).isEqualTo("sequential");
        assertThat(created.path("state").asText()).isEqualTo("PLANNING");
        assertThat(created.path("stage").isNull()).isTrue();
        assertThat(created.path("plannedLaunch").asText()).isEqualTo("2027-04-01T08:00:00Z");
        for (String list : List.of("gates", "handoffs", "milestones", "stalls")) {
            assertThat(created.path(list).isArray()).as(list).isTrue();
        }
        assertThat(task(key, "userTask_writeBrief")).isNotNull();
    }

    @Test
    void showsTheGatesThatWerePassedAndThoseThatLieAhead() {
        create(key);
        walkTo(key, "product-ready");
        as("marketing", () -> decide(key, "APPROVED_WITH_CONDITIONS"));
        walkTo(key, "userTask_acceptHandoff");

        JsonNode campaign = read(key);

        assertThat(campaign.path("state").asText()).isEqualTo("CONVERGING");
        assertThat(campaign.path("stage").asText()).isEqualTo("sales-enablement");
        assertThat(campaign.path("gates").findValuesAsText("gate"))
                .containsExactly("product-ready", "assets-ready", "sales-ready", "convergence");
        JsonNode passed = campaign.path("gates").get(0);
        assertThat(passed.path("name").asText()).isEqualTo("Product ready");
        assertThat(passed.path("outcome").asText()).isEqualTo("APPROVED_WITH_CONDITIONS");
        assertThat(passed.path("decidedBy").asText()).isEqualTo("marketing");
        assertThat(Instant.parse(passed.path("decidedAt").asText())).isAfter(MONDAY);
        assertThat(passed.path("dueAt").asText()).isEqualTo("2027-03-10T17:00:00Z");
        assertThat(passed.path("conditions").asText()).isEqualTo("Conditions");
        JsonNode ahead = campaign.path("gates").get(2);
        assertThat(ahead.path("outcome").isNull()).isTrue();
        assertThat(ahead.path("dueAt").asText()).isEqualTo("2027-03-15T17:00:00Z");
        JsonNode handoff = campaign.path("handoffs").get(0);
        assertThat(handoff.path("handoff").asText()).isEqualTo("assets-to-sales");
        assertThat(handoff.path("state").asText()).isEqualTo("SENT");
        assertThat(handoff.path("from").asText()).isEqualTo("marketing");
        assertThat(handoff.path("to").asText()).isEqualTo("sales");
    }

    @Test
    void showsTheReviewerWhatTheyDecideAbout() {
        create(key);
        walkTo(key, "product-ready");

        JsonNode variables =
                json(get("marketing", "/engine-rest/task/" + review(key).getId() + "/form-variables"), 200);

        assertThat(variables.at("/dossier/value").toString())
                .contains("Spring sale", "Result of finaliseProduct", "Product is ready");
    }

    @Test
    void showsTheReviewerHowSoonToAnswer() {
        create(key);
        walkTo(key, "product-ready");
        assertThat(targetShownTo("marketing", review(key)))
                .isEqualTo("Response target: 2 working days, marketing, Europe/Berlin (Mon\u2013Fri 9\u201318)");

        walkTo(key, "userTask_acceptHandoff");
        assertThat(targetShownTo("sales", task(key, "userTask_acceptHandoff")))
                .isEqualTo("Response target: 1 working day, sales, Europe/Berlin (Mon\u2013Fri 9\u201318)");
    }

    @Test
    void showsTheTargetThatTheGatesCallerGives() {
        startGate(key, "product-ready", Map.of("accountable", "legal", "sla", "PT4H30M", "calendar", "us-new-york"));

        assertThat(targetShownTo("legal", review(key)))
                .isEqualTo("Response target: 4 working hours 30 minutes, legal,"
                        + " America/New_York (Mon\u2013Fri 9\u201318)");
    }

    private String targetShownTo(String user, Task task) {
        String path = "/engine-rest/task/" + task.getId() + "/form-variables";
        String dossier = json(get(user, path), 200).at("/dossier/value").asText();
        return HtmlUtils.htmlUnescape(json(dossier).path("target").asText());
    }

    static Stream<Arguments> wrongRequests() {
        String tooLong = "\"" + "x".repeat(256) + "\"";
        return Stream.of(
                Arguments.of("key", "null", 400, "key"),
                Arguments.of("key", "\"\"", 400, "key"),
                Arguments.of("key", "\"two words\"", 400, "key"),
                Arguments.of("key", "\"a/b\"", 400, "key"),
                Arguments.of("key", tooLong, 400, "key"),
                Arguments.of("key", "[\"x\"]", 400, "key"),
                Arguments.of("name", "null", 400, "name"),
                Arguments.of("name", "\" \"", 400, "name"),
                Arguments.of("name", tooLong, 400, "name"),
                Arguments.of("name", "{}", 400, "name"),
                Arguments.of("name", "5", 400, "name"),
                Arguments.of("name", "5.5", 400, "name"),
                Arguments.of("name", "true", 400, "name"),
                Arguments.of("key", "7", 400, "key"),
                Arguments.of("plan", "[{\"id\": 1, \"due\": \"2027-03-10\"}]", 400, "plan[0].id"),
                Arguments.of("plan", "[" + entry("a", "5") + "]", 400, "plan[0].dependsOn[0]"),
                Arguments.of("touchpoints", "[{\"channel\": 5}]", 400, "touchpoints[0].channel"),
                Arguments.of("type", "null", 400, "type"),
                Arguments.of("type", "\"party\"", 400, "type"),
                Arguments.of("priority", "\"urgent\"", 400, "priority"),
                Arguments.of("pattern", "\"chaotic\"", 400, "pattern"),
                Arguments.of("pattern", "null", 422, "pattern"),
                Arguments.of("plannedEnd", "\"soon\"", 400, "plannedEnd"),
                Arguments.of("plannedEnd", "\"2027-03-15T00:00:00Z\"", 422, "plannedEnd"),
                Arguments.of(
                        "plan",
                        "[{\"id\": \"launch\", \"due\": \"2027-05-10\"}, {\"id\": \"live\", \"due\": \"2027-03-30\"}]",
                        422,
                        "plan"),
                Arguments.of("sources", "[\"a-guess\"]", 422, "sources"),
                Arguments.of("budget", "{\"email\": 10.001}", 400, "budget[email]"),
                Arguments.of("budget", "{\"email\": -1}", 400, "budget[email]"),
                Arguments.of("plannedLaunch", "\"soon\"", 400, "plannedLaunch"),
                Arguments.of("plan", "\"later\"", 400, "plan"),
                Arguments.of("plan", "[null]", 400, "plan[0]"),
                Arguments.of("plan", "[{\"id\": \"a\"}]", 400, "plan[0].due"),
                Arguments.of("plan", "[{\"due\": \"2027-03-10\"}]", 400, "plan[0].id"),
                Arguments.of("plan", "[{\"id\": \"a\", \"due\": \"tomorrow\"}]", 400, "plan[0].due"),
                Arguments.of("plan", "[{\"id\": \"a\", \"due\": \"2027-13-10\"}]", 400, "plan[0].due"),
                Arguments.of("plan", "[{\"id\": \"a\", \"due\": \"2027-03-10\", \"x\": 1}]", 400, "plan[0].x"),
                Arguments.of("plan", "[" + entry("a b", "") + "]", 422, "plan[0].id"),
                Arguments.of("plan", "[" + entry("a", "") + "," + entry("a", "") + "]", 422, "plan[1].id"),
                Arguments.of("plan", "[" + entry("a", "\"b\"") + "]", 422, "plan[0].dependsOn[0]"),
                Arguments.of(
                        "plan", "[" + entry("a", "\"b\"") + "," + entry("b", "\"a\"") + "]", 422, "plan[0].dependsOn"),
                Arguments.of(
                        "plan", "[" + String.join(",", Collections.nCopies(501, entry("a", ""))) + "]", 400, "plan"),
                Arguments.of("touchpoints", "[{\"message\": \"m\"}]", 400, "touchpoints[0].channel"),
                Arguments.of("budget", "{\"email\": \"much\"}", 400, "budget.email"),
                Arguments.of("colour", "\"red\"", 400, "colour"),
                Arguments.of("checklist", "{\"complexity\": \"low\"}", 400, "checklist.speed"));
    }

    @ParameterizedTest
    @MethodSource("wrongRequests")
    void namesTheFieldThatIsWrong(String property, String value, int status, String field) {
        ObjectNode wrong = campaign(key).set(property, json(value));

        assertProblem(post(CAMPAIGN_MANAGER, CAMPAIGNS, wrong.toString()), status, field);

        assertThat(get("sales", CAMPAIGNS + "/" + key).statusCode()).isEqualTo(404);
        assertThat(instanceIds(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            budget       | {"email": "much"}     | budget.email must be a number
            plannedEnd   | "soon"                | plannedEnd must be a date and time with its offset, such as 2027-01-15T09:00:00Z
            plan         | [{"due": "tomorrow"}] | plan[0].due must be a date such as 2027-01-15
            plan         | "later"               | plan must be a list
            checklist    | "low"                 | checklist must be an object
            name         | 5                     | name must be a text
            """)
    void saysWhatItTakesWithoutNamingAClass(String property, String value, String reason) {
        ObjectNode wrong = campaign(key).set(property, json(value));

        JsonNode problem = json(post(CAMPAIGN_MANAGER, CAMPAIGNS, wrong.toString()), 400);

        assertThat(problem.path("detail").asText()).isEqualTo(reason);
    }

    @Test
    void namesWhatGoesRoundInACircle() {
        ObjectNode wrong = campaign(key).set("plan", json("[" + entry("a", "\"b\"") + "," + entry("b", "\"a\"") + "]"));

        assertThat(post(CAMPAIGN_MANAGER, CAMPAIGNS, wrong.toString()).body()).contains("a → b → a");
    }

    @Test
    void refusesABudgetBelowNothing() {
        ObjectNode wrong = campaign(key).set("budget", json("{\"email\": -1}"));

        assertProblem(post(CAMPAIGN_MANAGER, CAMPAIGNS, wrong.toString()), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{", "[]", "\"text\"", "null", "{\"key\": \"a\", }"})
    void refusesABodyThatIsNoCampaign(String body) {
        assertProblem(post(CAMPAIGN_MANAGER, CAMPAIGNS, body), 400);
    }

    @Test
    void refusesABodyThatIsNotJson() {
        HttpResponse<String> answer = send(request(CAMPAIGN_MANAGER, CAMPAIGNS)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(campaign(key).toString())));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void refusesABodyThatIsTooLong() {
        String tooLong = campaign(key).put("name", "x".repeat(257 * 1024)).toString();

        assertThat(post(CAMPAIGN_MANAGER, CAMPAIGNS, tooLong).statusCode()).isEqualTo(413);
    }

    @Test
    void startsCampaignsForCampaignManagersOnly() {
        String body = campaign(key).toString();

        assertThat(post(NOBODY, CAMPAIGNS, body).statusCode()).isEqualTo(401);
        assertProblem(post("sales", CAMPAIGNS, body), 403);
        assertProblem(post("manager", CAMPAIGNS, body), 403);

        json(post("campaign-manager", CAMPAIGNS, body), 201);
    }

    @Test
    void refusesAKeyThatIsInUse() {
        create(key);

        assertProblem(post(CAMPAIGN_MANAGER, CAMPAIGNS, campaign(key).toString()), 409, "key");
        assertThat(instanceIds(key)).hasSize(1);
    }

    @Test
    void letsOneOfEightWin() throws Exception {
        String body = campaign(key).toString();

        assertThat(atOnce(8, () -> post(CAMPAIGN_MANAGER, CAMPAIGNS, body)))
                .containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(instanceIds(key)).hasSize(1);
    }

    @Test
    void letsTheChecklistChooseThePattern() {
        ObjectNode asked = campaign(key).set("checklist", json(checklist("low", "high", "strong", "low")));
        asked.remove("pattern");

        assertThat(json(post(CAMPAIGN_MANAGER, CAMPAIGNS, asked.toString()), 201)
                        .path("pattern")
                        .asText())
                .isEqualTo("sequential");
    }

    @Test
    void runsTheAdaptivePatternWhereTheChecklistAsksForIt() {
        ObjectNode asked = campaign(key).set("checklist", json(checklist("high", "high", "strong", "low")));
        asked.remove("pattern");

        HttpResponse<String> answer = post(CAMPAIGN_MANAGER, CAMPAIGNS, asked.toString());

        assertThat(json(answer, 201).get("pattern").asText()).isEqualTo("adaptive");
    }

    /**
     * Complexity and speed are the demand, each asking for a pattern; maturity and data are the ceiling. The simplest
     * pattern that meets both demands, but never above the ceiling, and the gap where the ceiling cut it.
     */
    @Test
    void recommendsOneExplainedPatternForEachOfThe54Checklists() {
        int answers = 0;
        for (String complexity : LEVELS) {
            for (String maturity : LEVELS) {
                for (String data : List.of("weak", "strong")) {
                    for (String speed : LEVELS) {
                        assertRecommendation(complexity, maturity, data, speed);
                        answers++;
                    }
                }
            }
        }
        assertThat(answers).isEqualTo(54);
    }

    private void assertRecommendation(String complexity, String maturity, String data, String speed) {
        int demand = Math.max(LEVELS.indexOf(complexity), LEVELS.indexOf(speed));
        int byMaturity = LEVELS.indexOf(maturity);
        int byData = data.equals("weak") ? 1 : 2;
        List<String> limits = new ArrayList<>();
        if (byMaturity < demand) {
            limits.add("team maturity is " + maturity);
        }
        if (byData < demand) {
            limits.add("data is weak");
        }
        String gap = limits.isEmpty() ? null : "wants " + PATTERNS.get(demand) + "; " + String.join(" and ", limits);
        String checklist = checklist(complexity, maturity, data, speed);

        JsonNode answer = json(post("sales", "/api/recommendations", checklist), 200);

        assertThat(answer.path("pattern").asText())
                .as(checklist)
                .isEqualTo(PATTERNS.get(Math.min(demand, Math.min(byMaturity, byData))));
        assertThat(answer.path("gap").textValue()).as(checklist).isEqualTo(gap);
        assertThat(answer.path("reason").asText()).as(checklist).isNotBlank();
    }

    @Test
    void recommendsNothingWhereAnAnswerIsMissing() {
        assertProblem(post("sales", "/api/recommendations", "{}"), 400, "complexity");
        assertProblem(
                post("sales", "/api/recommendations", checklist("high", "high", "medium", "low")),
                400,
                "dataInfrastructure");
        assertThat(post(NOBODY, "/api/recommendations", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void cancelsACampaign() {
        create(key);
        String path = CAMPAIGNS + "/" + key + "/cancellation";
        String body = "{\"rationale\": \"The product is late\"}";

        assertThat(post(NOBODY, path, body).statusCode()).isEqualTo(401);
        assertProblem(post("sales", path, body), 403);
        assertProblem(post(CAMPAIGN_MANAGER, path, "{}"), 400, "rationale");
        assertProblem(post(CAMPAIGN_MANAGER, path, "{\"rationale\": \" \"}"), 400, "rationale");
        assertProblem(post(CAMPAIGN_MANAGER, path, "{\"rationale\": \"x\", \"force\": true}"), 400, "force");
        assertProblem(post(CAMPAIGN_MANAGER, CAMPAIGNS + "/no-such-key/cancellation", body), 404);
        assertThat(read(key).path("state").asText()).isEqualTo("PLANNING");

        JsonNode cancelled = json(post(CAMPAIGN_MANAGER, path, body), 200);

        assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("cancellationRationale").asText()).isEqualTo("The product is late");
        assertProblem(post("sponsor", path, body), 409);
    }

    @Test
    void cancelsOnceHoweverManyAsk() throws Exception {
        create(key);
        String path = CAMPAIGNS + "/" + key + "/cancellation";

        List<Integer> statuses = atOnce(4, () -> post("sponsor", path, "{\"rationale\": \"Enough\"}"));

        assertThat(statuses).containsExactly(200, 409, 409, 409);
    }

    @Test
    void listsCampaignsPageByPageTheNewestFirst() {
        moveTo(Instant.parse("2035-01-01T08:00:00Z"));
        String older = newKey();
        startCampaign(older);
        tick();
        startCampaign(key);

        assertThat(keys("?size=2")).containsExactly(key, older);
        assertThat(keys("?size=1")).containsExactly(key);
        assertThat(keys("?size=1&page=1")).containsExactly(older);
        assertThat(keys("?page=99999")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"page=-1", "size=0", "size=201", "size=many", "page=99999999999"})
    void refusesAPageThatIsNone(String query) {
        assertProblem(get("sales", CAMPAIGNS + "?" + query), 400);
    }

    @Test
    void knowsOnlyCampaignsThatExist() {
        assertProblem(get("sales", CAMPAIGNS + "/no-such-key"), 404);
        assertProblem(get("sales", CAMPAIGNS + "/no-such-key/notices"), 404);
        assertThat(get(NOBODY, CAMPAIGNS).statusCode()).isEqualTo(401);
    }

    @Test
    void showsWhoWasToldWhat() {
        create(key);
        assertThat(json(get("sales", CAMPAIGNS + "/" + key + "/notices"), 200)).isEmpty();
        walkTo(key, "product-ready");
        climb(key, 2);

        JsonNode notices = json(get("sales", CAMPAIGNS + "/" + key + "/notices"), 200);

        assertThat(notices.findValuesAsText("subject")).containsExactly("backup", "remind");
        assertThat(notices.get(1).path("recipient").asText()).isEqualTo("marketing");
        assertThat(notices.get(1).path("about").asText()).isEqualTo("product-ready");
        assertThat(notices.get(1).path("at").asText()).isEqualTo("2027-03-10T13:00:00Z");
        assertThat(notices.get(1).path("text").asText()).contains("Product ready", "Spring sale");
    }

    @Test
    void showsWhoWasToldWhatAsATable() {
        create(key);
        walkTo(key, "product-ready");
        climb(key, 2);
        noticeService.tell(key, "x", "sales", "plan", "=1+1\r\nwith \u00fc");
        String path = CAMPAIGNS + "/" + key + "/notices";

        HttpResponse<String> answer = send(request("sales", path).header("Accept", "text/csv"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("notices-" + key + ".csv");
        assertThat(answer.body())
                .startsWith("\"at\",\"campaign\",\"about\",\"recipient\",\"subject\",\"text\"\r\n")
                .contains("\"2027-03-10T13:00:00Z\",\"" + key + "\",\"product-ready\",\"marketing\",\"remind\",")
                .contains(",\"sales\",\"plan\",\"'=1+1\r\nwith \u00fc\"\r\n");
        assertThat(json(send(request("sales", path).header("Accept", "*/*")), 200))
                .hasSize(3);
        assertProblem(send(request("sales", CAMPAIGNS + "/no-such-key/notices").header("Accept", "text/csv")), 404);
    }

    /** A link cannot say which representation it wants; the separator does. */
    @Test
    void answersAsATableForSpreadsheetsByTheAddressAlone() {
        String key = newKey();
        create(key);
        noticeService.tell(key, "x", "sales", "plan", "ok;=1+1;x");
        String path = CAMPAIGNS + "/" + key + "/notices?separator=";

        HttpResponse<String> answer =
                send(request("sales", path + "semicolon").header("Accept", "text/html,*/*;q=0.8"));

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.body())
                .startsWith("\ufeff\"at\";\"campaign\";\"about\";\"recipient\";\"subject\";\"text\"\r\n")
                .contains(";\"sales\";\"plan\";\"ok;'=1+1;x\"\r\n");
        assertThat(get("sales", path + "comma").body()).startsWith("\"at\",\"campaign\"");
        assertProblem(get("sales", path + "tab"), 400, "separator");
    }

    @Test
    void describesBothRepresentationsOfNotices() {
        JsonNode content = json(get("sales", "/v3/api-docs"), 200)
                .path("paths")
                .path("/api/campaigns/{key}/notices")
                .at("/get/responses/200/content");

        assertThat(content.fieldNames()).toIterable().containsExactlyInAnyOrder("application/json", "text/csv");
        assertThat(content.path("text/csv").at("/schema/type").asText()).isEqualTo("string");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/campaigns, post",
        "/api/campaigns, get",
        "/api/campaigns/{key}, get",
        "/api/campaigns/{key}/notices, get",
        "/api/campaigns/{key}/cancellation, post",
        "/api/campaigns/{key}/plan/{id}, patch",
        "/api/stalls, get",
        "/api/stalls/{id}/reminder, post",
        "/api/stalls/{id}/extension, post",
        "/api/stalls/{id}/reassignment, post",
        "/api/stalls/{id}/waiver, post",
        "/api/recommendations, post",
    })
    void describesItself(String path, String method) {
        JsonNode description = json(get("sales", "/v3/api-docs"), 200);

        assertThat(description.path("paths").path(path).has(method)).isTrue();
    }

    private List<String> keys(String query) {
        return json(get("sales", CAMPAIGNS + query), 200).findValuesAsText("key");
    }

    private static String entry(String id, String dependsOn) {
        return "{\"id\": \"%s\", \"due\": \"2027-03-10\", \"dependsOn\": [%s]}".formatted(id, dependsOn);
    }

    private static String checklist(String complexity, String maturity, String data, String speed) {
        return "{\"complexity\": \"%s\", \"teamMaturity\": \"%s\", \"dataInfrastructure\": \"%s\", \"speed\": \"%s\"}"
                .formatted(complexity, maturity, data, speed);
    }

    @Test
    void warnsWhereADateLiesBeyondTheConfirmedHolidays() {
        String key = newKey();
        ObjectNode request = campaign(key);
        ((ObjectNode) request.path("plan").get(1)).put("due", "2031-03-14");
        String warning =
                "\u201cSales is ready\u201d is due 2031-03-14, but the public holidays of the calendar office are"
                        + " confirmed up to 2028 only";

        json(post(CAMPAIGN_MANAGER, CAMPAIGNS, request.toString()), 201);

        assertThat(read(key).path("warnings")).singleElement().returns(warning, JsonNode::asText);
        assertThat(notices(key)).anySatisfy(notice -> {
            assertThat(notice.recipient()).isEqualTo("campaign-managers");
            assertThat(notice.text()).isEqualTo(warning);
        });
        String door = CAMPAIGNS + "/" + key + "/plan/sales-ready";
        assertThat(json(patch(CAMPAIGN_MANAGER, door, "{\"due\": \"2027-03-16\", \"dryRun\": true}"), 200)
                        .path("warnings"))
                .isEmpty();
    }
}

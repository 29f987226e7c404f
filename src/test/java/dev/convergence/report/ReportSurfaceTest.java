package dev.convergence.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test measures a group of its own, so that none sees what another left behind. */
class ReportSurfaceTest extends SurfaceTest {

    private static final String PATH = "/api/reports/response-times";
    private static final String PERIOD = "?from=2027-03-01&to=2027-03-31";

    private static final String ACCEPT = "userTask_acceptHandoff";

    @Autowired
    PlatformTransactionManager transactions;

    private final String team = "team-" + newKey();

    @Test
    void measuresInWorkingTimeByTheTarget() {
        answer("2027-03-01T08:00:00Z", "2027-03-01T10:00:00Z", "APPROVED");
        // Over the night: eight hours on Monday, one on Tuesday; exactly one working day.
        answer("2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z", "SENT_BACK");
        // Over the weekend, one second too late.
        answer("2027-03-05T16:00:00Z", "2027-03-08T16:00:01Z", "WAIVED");

        JsonNode group = group(PERIOD);

        assertThat(group.path("n").asInt()).isEqualTo(3);
        assertThat(group.path("median").asText()).isEqualTo("PT9H");
        // 9 h + 0.8 of a second, to the second
        assertThat(group.path("percentile90").asText()).isEqualTo("PT9H1S");
        assertThat(group.path("withinTarget").asDouble()).isEqualTo(0.667);
        assertThat(group.path("open").asInt()).isZero();
        JsonNode gate = group.path("gates").get(0);
        assertThat(gate.path("gate").asText()).isEqualTo("product-ready");
        assertThat(gate.path("kind").asText()).isEqualTo("gate");
        assertThat(gate.path("target").asText()).isEqualTo("P1D");
        assertThat(gate.path("calendar").asText()).isEqualTo("office");
        assertThat(gate.path("zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(gate.path("median").asText()).isEqualTo("PT9H");
    }

    @Test
    void tellsTheGatesOfAGroupApart() {
        answer("2027-03-01T08:00:00Z", "2027-03-01T10:00:00Z", "APPROVED");
        moveTo(MONDAY);
        String key = newKey();
        startGate(key, "assets-ready", Map.of("accountable", team, "sla", "PT4H", "calendar", "us-new-york"));
        // Six hours earlier there: work begins at 15:00 in Berlin.
        moveTo(Instant.parse("2027-03-01T17:00:00Z"));
        decideNow(key, "APPROVED");

        JsonNode group = group(PERIOD);

        assertThat(group.path("n").asInt()).isEqualTo(2);
        assertThat(group.path("gates").findValuesAsText("gate")).containsExactly("assets-ready", "product-ready");
        JsonNode abroad = group.path("gates").get(0);
        assertThat(abroad.path("target").asText()).isEqualTo("PT4H");
        assertThat(abroad.path("zone").asText()).isEqualTo("America/New_York");
        assertThat(abroad.path("median").asText()).isEqualTo("PT3H");
    }

    @Test
    void countsWhatIsOpenAndWhatIsOverdue() {
        open("2027-03-01T08:00:00Z");
        open("2027-03-03T08:00:00Z");
        moveTo(Instant.parse("2027-03-03T09:00:00Z"));

        JsonNode group = group("");

        assertThat(group.path("n").asInt()).isZero();
        assertThat(group.path("median").isNull()).isTrue();
        assertThat(group.path("withinTarget").isNull()).isTrue();
        assertThat(group.path("open").asInt()).isEqualTo(2);
        assertThat(group.path("overdue").asInt()).isEqualTo(1);
    }

    @Test
    void measuresHandoffsByTheirReceiver() {
        String key = sendHandoff();
        moveTo(Instant.parse("2027-03-01T09:30:00Z"));
        accept(key);

        JsonNode handoff = group(PERIOD).path("gates").get(0);

        assertThat(handoff.path("gate").asText()).isEqualTo("assets-to-sales");
        assertThat(handoff.path("kind").asText()).isEqualTo("handoff");
        assertThat(handoff.path("median").asText()).isEqualTo("PT1H30M");
    }

    @Test
    void measuresAReturnAsAnAnswer() {
        String key = sendHandoff();
        moveTo(Instant.parse("2027-03-01T09:00:00Z"));
        Map<String, Object> returned = Map.of("handoffAccepted", false, "handoffComment", "No logo");
        engine.getTaskService().complete(task(key, ACCEPT).getId(), returned);
        send(key);

        JsonNode group = group(PERIOD);

        assertThat(group.path("n").asInt()).isEqualTo(1);
        assertThat(group.path("median").asText()).isEqualTo("PT1H");
        assertThat(group.path("open").asInt()).isEqualTo(1);
    }

    @Test
    void countsAnswersAsAMetricInWorkingTime() {
        String key = sendHandoff();
        moveTo(Instant.parse("2027-03-02T09:30:00Z"));
        accept(key);

        assertThat(metric("convergence_response_time_seconds_count")).isEqualTo(1);
        assertThat(metric("convergence_response_time_seconds_sum"))
                .isEqualTo(Duration.ofMinutes(10 * 60 + 30).toSeconds());
    }

    @Test
    void countsAnswersOfAStalledHandoffForTheGroupThatItWaitedFor() {
        String key = sendHandoff();
        climb(key, 4);
        assertThat(candidates(task(key, ACCEPT))).contains(team, "campaign-managers", "sponsors");
        accept(key);

        assertThat(metric("convergence_response_time_seconds_count")).isEqualTo(1);
    }

    @Test
    void countsNoAnswerThatWasRolledBack() {
        String key = sendHandoff();

        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            accept(key);
            transaction.setRollbackOnly();
        });

        assertThat(task(key, ACCEPT)).isNotNull();
        assertThat(metric("convergence_response_time_seconds_count")).isZero();
        accept(key);
        assertThat(metric("convergence_response_time_seconds_count")).isEqualTo(1);
    }

    private String sendHandoff() {
        String key = newKey();
        Map<String, Object> teams =
                Map.of("handoffId", "assets-to-sales", "handoffFrom", "marketing", "handoffTo", team);
        engine.getRuntimeService().startProcessInstanceByKey("handoff", key, teams);
        send(key);
        return key;
    }

    private void send(String key) {
        engine.getTaskService()
                .complete(
                        task(key, "userTask_prepareHandoff").getId(),
                        Map.of("handoffWhat", "Assets", "handoffWhere", "Here"));
    }

    private void accept(String key) {
        engine.getTaskService().complete(task(key, ACCEPT).getId(), Map.of("handoffAccepted", true));
    }

    @Test
    void leavesOutWhatWasCancelled() {
        String key = open("2027-03-01T08:00:00Z");
        answer("2027-03-01T08:00:00Z", "2027-03-01T09:00:00Z", "APPROVED");
        engine.getRuntimeService()
                .deleteProcessInstance(instanceIds(key).iterator().next(), "called off");

        assertThat(group(PERIOD).path("n").asInt()).isEqualTo(1);
        assertThat(group(PERIOD).path("open").asInt()).isZero();
    }

    @Test
    void leavesOutRehearsals() {
        String key = newKey();
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "stage-gate",
                        key,
                        Map.of("gateId", "product-ready", "accountable", team, "priority", "rehearsal"));
        tick();
        decideNow(key, "APPROVED");

        assertThat(groups(PERIOD)).isEmpty();
    }

    @Test
    void saysWhatNoPolicyMeasuresAnyMore() {
        int before = withoutPolicy();
        String key = open("2027-03-01T08:00:00Z");
        assertThat(group("").path("open").asInt()).isEqualTo(1);
        engine.getRuntimeService().setVariable(review(key).getProcessInstanceId(), "calendar", "a-calendar-of-old");

        assertThat(groups("")).isEmpty();
        assertThat(withoutPolicy()).isEqualTo(before + 1);
    }

    private int withoutPolicy() {
        JsonNode report = json(get("sales", PATH), 200);
        assertThat(report.path("cut").asBoolean()).isFalse();
        return report.path("withoutPolicy").asInt();
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2027-03-02,                2",
        "?to=2027-03-02,                  2",
        "?from=2027-03-02&to=2027-03-02,  1",
        "?from=2027-03-04,                0",
        "?to=2027-02-28,                  0",
        "'',                              3",
    })
    void countsAnswersOfThePeriodByTheDaysOfTheOffice(String query, int n) {
        answer("2027-03-01T08:00:00Z", "2027-03-01T22:59:59Z", "APPROVED");
        // Midnight in Berlin.
        answer("2027-03-01T08:00:00Z", "2027-03-01T23:00:00Z", "APPROVED");
        answer("2027-03-01T08:00:00Z", "2027-03-02T23:00:00Z", "APPROVED");

        List<JsonNode> groups = groups(query);

        assertThat(groups.stream().mapToInt(group -> group.path("n").asInt()).sum())
                .isEqualTo(n);
    }

    @Test
    void answersAsATable() {
        answer("2027-03-01T08:00:00Z", "2027-03-01T10:00:00Z", "APPROVED");

        HttpResponse<String> answer = send(request("sales", PATH + PERIOD).header("Accept", "text/csv"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.body())
                .startsWith("\"group\",\"gate\",\"kind\",\"target\",\"calendar\",\"zone\",\"n\",\"median\","
                        + "\"percentile90\",\"withinTarget\",\"open\",\"overdue\",\"cut\"\r\n")
                .contains("\r\n\"" + team + "\",,,,,,1,\"PT2H\",\"PT2H\",1.0,0,0,\"false\"\r\n")
                .contains("\r\n\"" + team + "\",\"product-ready\",\"gate\",\"P1D\",\"office\",\"Europe/Berlin\",1,"
                        + "\"PT2H\",\"PT2H\",1.0,0,0,\"false\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales", "manager", "process-owner", "campaign-manager"})
    void isForEverybodySignedIn(String user) {
        assertThat(get(user, PATH).statusCode()).isEqualTo(200);
        assertThat(get(NOBODY, PATH).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2027-03-02&to=2027-03-01, 422, to",
        "from=1899-12-31,               400, from",
        "to=%2B999999999-12-31,         400, to",
    })
    void namesTheDayThatMakesNoSense(String query, int status, String field) {
        assertProblem(get("sales", PATH + "?" + query), status, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=soon", "to=2027-13-01", "from=2027-03-01T08:00:00Z"})
    void refusesADayThatIsNone(String query) {
        assertProblem(get("sales", PATH + "?" + query), 400);
    }

    @Test
    void describesBothRepresentations() {
        JsonNode description = json(get("sales", "/v3/api-docs"), 200);
        JsonNode content = description.path("paths").path(PATH).at("/get/responses/200/content");

        assertThat(content.fieldNames()).toIterable().containsExactlyInAnyOrder("application/json", "text/csv");
        assertThat(content.path("text/csv").at("/schema/type").asText()).isEqualTo("string");
        assertThat(description.at("/components/schemas/OfGroup/properties").fieldNames())
                .toIterable()
                .contains("group", "n", "median", "percentile90", "withinTarget", "open", "overdue", "gates");
    }

    /** Opens a gate for the team, as any campaign would, and decides it. */
    private void answer(String openedAt, String answeredAt, String outcome) {
        String key = open(openedAt);
        moveTo(Instant.parse(answeredAt));
        decideNow(key, outcome);
    }

    private String open(String openedAt) {
        String key = newKey();
        moveTo(Instant.parse(openedAt));
        startGate(key, "product-ready", Map.of("accountable", team, "sla", "P1D"));
        return key;
    }

    private void decideNow(String key, String outcome) {
        engine.getTaskService().complete(review(key).getId(), Map.of("gateOutcome", outcome, "gateComment", "Because"));
    }

    private JsonNode group(String query) {
        List<JsonNode> groups = groups(query);
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }

    private List<JsonNode> groups(String query) {
        JsonNode report = json(get("sales", PATH + query), 200);
        return StreamSupport.stream(report.path("groups").spliterator(), false)
                .filter(group -> team.equals(group.path("group").asText()))
                .toList();
    }

    private double metric(String name) {
        return get("operator", "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{")
                        && line.contains("group=\"" + team + "\"")
                        && line.contains("kind=\"handoff\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}

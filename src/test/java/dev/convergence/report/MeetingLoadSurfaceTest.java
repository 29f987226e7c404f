package dev.convergence.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has a campaign of its own; what others left behind shows in the total alone. */
class MeetingLoadSurfaceTest extends SurfaceTest {

    private static final String PATH = "/api/reports/meeting-load";
    private static final String DUE = "event_syncDue";
    private static final String HOLD = "userTask_holdSync";

    private final String key = newKey();

    @Test
    void sumsUpWhatSyncsCost() {
        JsonNode before = json(get("sales", PATH), 200).path("total");
        skipOneAndHoldTwo();

        JsonNode load = load("").get(0);

        assertThat(load.path("name").asText()).isEqualTo("Name of " + key);
        assertThat(load.path("held").asInt()).isEqualTo(2);
        assertThat(load.path("skipped").asInt()).isEqualTo(1);
        assertThat(load.path("minutes").asInt()).isEqualTo(65);
        // 20 minutes of 7 people, and 45 of 4.
        assertThat(load.path("personHours").asDouble()).isEqualTo(5.33);
        assertThat(load.path("openSince").isNull()).isTrue();
        JsonNode total = json(get("sales", PATH), 200).path("total");
        assertThat(total.path("held").asInt()).isEqualTo(before.path("held").asInt() + 2);
        assertThat(total.path("skipped").asInt())
                .isEqualTo(before.path("skipped").asInt() + 1);
        assertThat(total.path("minutes").asInt())
                .isEqualTo(before.path("minutes").asInt() + 65);
    }

    @Test
    void saysSinceWhenASyncIsOpen() {
        start("normal");
        sendHandoff(key);
        fire(key, DUE);

        assertThat(load("").get(0).path("openSince").asText()).isEqualTo("2027-03-01T09:00:00Z");
        assertThat(load("").get(0).path("held").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                              2, 1",
        "?from=2027-03-01&to=2027-03-01,  0, 1",
        "?from=2027-03-02,                2, 0",
        "?from=2027-03-08&to=2027-03-08,  1, 0",
        "?to=2027-03-08,                  1, 1",
    })
    void countsByTheDaysOfTheOffice(String query, int held, int skipped) {
        skipOneAndHoldTwo();

        JsonNode load = load(query).get(0);

        assertThat(load.path("held").asInt()).isEqualTo(held);
        assertThat(load.path("skipped").asInt()).isEqualTo(skipped);
    }

    @Test
    void leavesOutRehearsals() {
        start("rehearsal");
        fire(key, DUE);

        assertThat(load("")).isEmpty();
    }

    @Test
    void leavesOutWhatTheEndOfTheCampaignCutShort() {
        start("normal");
        sendHandoff(key);
        fire(key, DUE);
        instanceIds(key).forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "called off"));

        assertThat(load("")).isEmpty();
    }

    @Test
    void answersAsATable() {
        skipOneAndHoldTwo();

        HttpResponse<String> answer = send(request("sales", PATH).header("Accept", "text/csv"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.body())
                .startsWith(
                        "\"campaign\",\"name\",\"held\",\"skipped\",\"minutes\",\"personHours\",\"openSince\",\"cut\"\r\n,,")
                .contains("\r\n\"" + key + "\",\"Name of " + key + "\",2,1,65,5.33,,\"false\"\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2027-03-02&to=2027-03-01, 422, to",
        "from=1899-12-31,               400, from",
    })
    void namesTheDayThatMakesNoSense(String query, int status, String field) {
        assertProblem(get("sales", PATH + "?" + query), status, field);
    }

    @Test
    void isForEverybodySignedIn() {
        assertThat(get("legal", PATH).statusCode()).isEqualTo(200);
        assertThat(get(NOBODY, PATH).statusCode()).isEqualTo(401);
    }

    private void skipOneAndHoldTwo() {
        start("normal");
        fire(key, DUE);
        hold(20, 7);
        hold(45, 4);
    }

    private void hold(int minutes, int people) {
        sendHandoff(key);
        fire(key, DUE);
        complete(key, HOLD, Map.of("syncNotes", "Fine", "syncMinutes", minutes, "syncAttendants", people));
    }

    private void start(String priority) {
        Map<String, Object> campaign = new HashMap<>(Map.of("campaignName", "Name of " + key, "priority", priority));
        engine.getRuntimeService().startProcessInstanceByKey("sync", key, campaign);
    }

    private List<JsonNode> load(String query) {
        JsonNode load = json(get("sales", PATH + query), 200);
        return StreamSupport.stream(load.path("campaigns").spliterator(), false)
                .filter(campaign -> key.equals(campaign.path("campaign").asText()))
                .toList();
    }
}

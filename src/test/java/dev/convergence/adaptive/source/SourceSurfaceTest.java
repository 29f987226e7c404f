package dev.convergence.adaptive.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.adaptive.source.state.SuspensionReason;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceSurfaceTest extends WatchedCampaign {

    private static final String BECAUSE = "{\"reason\": \"The provider has repaired it\"}";

    @Test
    void releasesASourceThatSpeaksAndTakesTheQuestionAway() {
        begin();
        watch(CRM);
        silence(CRM);
        hear(CRM);

        JsonNode released = json(release("sales", CRM, BECAUSE), 200);

        assertThat(released.path("source").asText()).isEqualTo(CRM);
        assertThat(released.path("suspendedAt").isNull()).isTrue();
        assertThat(state(CRM).isSuspended()).isFalse();
        assertThat(task(RELEASE, watchOf(CRM))).isNull();
        assertThat(notices(key))
                .extracting(notice -> notice.text())
                .contains("sales lets the rules of CRM act again (The provider has repaired it).")
                .doesNotContain("CRM has sent enough good readings: its rules act again.");
        assertProblem(release("sales", CRM, BECAUSE), 409);
    }

    @Test
    void releasesASourceThatIsStillSilentAndEndsItsStall() {
        begin();
        watch(WEB);
        silence(WEB);
        climb(task(BRING_BACK, watchOf(WEB)), 2);

        json(release("analytics", WEB, BECAUSE), 200);

        assertThat(task(BRING_BACK, watchOf(WEB))).isNull();
        assertThat(stalls()).isEmpty();
        assertThat(incidents(key)).isEmpty();
        assertThat(nextLook(WEB)).isEqualTo(now().plus(Duration.ofHours(2)));
        assertThat(notices(key)).extracting(notice -> notice.text()).doesNotContain("Web analytics speaks again.");
    }

    @Test
    void releasesWhatWasKeptSuspended() {
        begin();
        watch(WEB);
        silence(WEB);
        hear(WEB);
        answer(task(RELEASE, watchOf(WEB)), "analytics", Map.of("releaseAnswer", "KEEP", "releaseComment", "Wrong."));

        json(release("analytics", WEB, BECAUSE), 200);

        assertThat(state(WEB).isSuspended()).isFalse();
    }

    @Test
    void doesNotReleaseWhatActsOrWasRetiredOrIsOver() {
        begin();
        watch(WEB);
        watch(CRM);
        hear(WEB);
        assertProblem(release("analytics", WEB, BECAUSE), 409);
        lookAt(WEB);
        silence(WEB);
        answer(
                task(BRING_BACK, watchOf(WEB)),
                "analytics",
                Map.of("sourceAnswer", "RETIRED", "sourceComment", "The contract has ended."));
        assertProblem(release("analytics", WEB, BECAUSE), 409);
        silence(CRM);
        campaigns.end(key, now());
        assertProblem(release("sales", CRM, BECAUSE), 409);
        assertThat(state(CRM).isSuspended()).isTrue();
    }

    @Test
    void knowsNoOtherSourcesAndCampaigns() {
        begin();

        assertProblem(release("analytics", "no-such-source", BECAUSE), 404);
        assertProblem(post("analytics", "/api/campaigns/no-such/sources/web/release", BECAUSE), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', reason",
        "'{\"reason\": \" \"}', reason",
        "'{\"reason\": \"x\", \"a\": 1}', a",
        "'{\"reason\": \"\\u0000\"}', reason"
    })
    void namesTheFieldThatIsWrong(String body, String field) {
        begin();
        watch(WEB);
        silence(WEB);

        assertProblem(release("analytics", WEB, body), 400, field);

        assertThat(state(WEB).isSuspended()).isTrue();
    }

    @Test
    void letsThoseReleaseWhoseSourceItIs() {
        begin();
        watch(CRM);
        silence(CRM);

        assertThat(release(NOBODY, CRM, BECAUSE).statusCode()).isEqualTo(401);
        assertProblem(release("marketing", CRM, BECAUSE), 403);
        assertProblem(release("manager", CRM, BECAUSE), 403);
        assertThat(release("analytics", CRM, BECAUSE).statusCode())
                .as("responsible for release-source")
                .isEqualTo(200);
    }

    @Test
    void letsOneOfEightReleaseIt() throws Exception {
        begin();
        watch(CRM);
        silence(CRM);
        hear(CRM);

        List<Integer> statuses = atOnce(8, () -> release("sales", CRM, BECAUSE));

        assertThat(statuses.get(0)).isEqualTo(200);
        assertThat(statuses.subList(1, 8)).containsOnly(409);
        assertThat(task(RELEASE, watchOf(CRM))).isNull();
        assertThat(notices(key))
                .filteredOn(notice -> notice.text().startsWith("sales lets"))
                .hasSize(3);
    }

    /** The third good reading and a person's word come at the same moment: one of them counts, and both go well. */
    @Test
    void racesTheRule() throws Exception {
        begin();
        watch(WEB);
        silence(WEB);
        hear(WEB);
        hear(WEB);
        tick();
        Instant at = now();
        CyclicBarrier start = new CyclicBarrier(2);
        Thread rule = new Thread(() -> {
            await(start);
            post(
                    "analytics",
                    "/api/campaigns/" + key + "/readings",
                    "{\"id\": \"race\", \"source\": \"web\", \"metric\": \"sessions\", \"value\": 10, \"observedAt\": \""
                            + at + "\"}");
        });
        rule.start();
        await(start);
        int status = release("analytics", WEB, BECAUSE).statusCode();
        rule.join();
        settle(key);

        assertThat(status).isIn(200, 409);
        assertThat(state(WEB).isSuspended()).isFalse();
        assertThat(task(RELEASE, watchOf(WEB))).isNull();
        boolean byRule = notices(key).stream().anyMatch(notice -> notice.text()
                .equals("Web analytics has sent enough good readings: its rules act again."));
        assertThat(byRule).isEqualTo(status == 409);
        assertThat(json(get("sales", "/api/campaigns/" + key + "/readings"), 200))
                .hasSize(3);
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"extension", "reassignment", "reminder"})
    void letsAManagerActOnItsStall(String action) {
        String id = stall();
        Map<String, String> bodies = Map.of(
                "extension", "{\"due\": \"2027-03-04\", \"rationale\": \"The provider works on it\"}",
                "reassignment", "{\"group\": \"marketing\", \"rationale\": \"They know the provider\"}",
                "reminder", "{}");

        json(post("manager", "/api/stalls/" + id + "/" + action, bodies.get(action)), 200);

        Task task = task(BRING_BACK, watchOf(WEB));
        assertThat(told(key)).contains(action + " analytics");
        assertThat(stalls()).hasSize(action.equals("extension") ? 0 : 1);
        assertThat(candidates(task)).contains(action.equals("reassignment") ? "marketing" : "analytics");
        if (action.equals("extension")) {
            climb(task, 1);
            assertThat(now()).isEqualTo("2027-03-04T17:00:00Z");
            assertThat(stalls()).hasSize(1);
        }
    }

    @Test
    void retiresASourceWhoseStallIsWaived() {
        String id = stall();

        json(post("manager", "/api/stalls/" + id + "/waiver", "{\"rationale\": \"We can do without\"}"), 200);

        assertThat(watchOf(WEB)).isNull();
        assertThat(stalls()).isEmpty();
        assertThat(state(WEB).suspension()).isEqualTo(SuspensionReason.RETIRED);
        assertThat(notices(key))
                .extracting(notice -> notice.text())
                .anyMatch(text -> text.startsWith("manager retires Web analytics"));
    }

    @Test
    void countsItAmongTheStalls() {
        stall();

        assertThat(get("operator", "/actuator/prometheus").body())
                .containsPattern("convergence_stalls\\{[^}]*kind=\"silentSource\"[^}]*} [1-9]");
    }

    private String stall() {
        begin();
        watch(WEB);
        silence(WEB);
        climb(task(BRING_BACK, watchOf(WEB)), 1);
        return stalls().get(0).path("id").asText();
    }

    private HttpResponse<String> release(String user, String source, String body) {
        return post(user, "/api/campaigns/" + key + "/sources/" + source + "/release", body);
    }
}

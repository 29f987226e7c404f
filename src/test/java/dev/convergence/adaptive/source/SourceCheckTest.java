package dev.convergence.adaptive.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.ModelCoverage;
import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.adaptive.source.state.SuspensionReason;
import dev.convergence.engine.variable.RefusalException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCheckTest extends WatchedCampaign {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("source-check");

    @Test
    void asksOnePersonHoweverMuchBadDataComes() {
        begin();

        mishear(WEB);
        mishear(WEB);
        mishear(WEB);

        Task task = check(WEB);
        assertThat(task.getName()).isEqualTo("Check the source: Web analytics");
        assertThat(candidates(task)).containsExactly("analytics");
        assertThat(task.getDueDate()).as("four working hours").isEqualTo("2027-03-01T12:00:01.000");
        assertThat(tasks(key)).hasSize(2);
        assertThat(told(key)).containsExactlyInAnyOrder("source analytics", "source marketing");
    }

    @Test
    void asksOncePerSource() {
        begin();

        mishear(WEB);
        mishear(CRM);

        assertThat(check(WEB)).isNotNull();
        assertThat(candidates(check(CRM))).containsExactly("sales");
    }

    @Test
    void asksWhoIsResponsibleAboutSourcesThatNobodyKnows() {
        begin();

        deliver("no-such-source", "sessions", "1");
        settle(key);

        Task task = check(SourceCatalog.UNKNOWN);
        assertThat(task.getName()).isEqualTo("Check the source: Sources that nobody knows");
        assertThat(candidates(task)).containsExactly("analytics");
        JsonNode part = part(task);
        assertThat(part.at("/bad/0/source").asText()).isEqualTo("no-such-source");
        assertThat(part.path("bad")).hasSize(1);
        answer(task, "analytics", Map.of("checkAnswer", "IGNORED"));
        assertThat(instance("source-check", SourceCatalog.UNKNOWN)).isNull();
    }

    @Test
    void showsTheLastBadReadingsAndWhatElseCame() {
        begin();
        hear(WEB);
        for (int reading = 0; reading < 12; reading++) {
            mishear(WEB);
        }
        mishear(CRM);

        JsonNode part = part(check(WEB));

        assertThat(part.path("name").asText()).isEqualTo("Web analytics");
        assertThat(part.path("bad")).hasSize(10).allSatisfy(row -> {
            assertThat(row.path("source").asText()).isEqualTo(WEB);
            assertThat(row.path("metric").asText()).isEqualTo("open-rate");
            assertThat(row.path("value").asText()).isEqualTo("7");
            assertThat(row.path("verdict").asText()).isEqualTo("rejected");
            assertThat(row.path("reason").asText()).isNotBlank();
        });
        assertThat(part.path("verdicts").findValuesAsText("count")).containsExactly("1", "0", "0", "12");
    }

    @Test
    void asksAgainAfterTheAnswer() {
        begin();
        mishear(WEB);

        answer(check(WEB), "analytics", Map.of("checkAnswer", "IGNORED"));

        assertThat(instance("source-check", WEB)).isNull();
        assertThat(state(WEB).isSuspended()).isFalse();
        mishear(WEB);
        assertThat(check(WEB)).isNotNull();
    }

    @Test
    void believesANewLevelThatIsGenuine() {
        begin();
        for (int reading = 0; reading < 6; reading++) {
            hear(WEB, "spend", "10");
            hear(CRM, "spend", "10");
        }
        assertThat(deliver(WEB, "spend", "500").path("verdict").asText()).isEqualTo("REJECTED");
        assertThat(deliver(CRM, "spend", "500").path("verdict").asText()).isEqualTo("REJECTED");
        settle(key);

        answer(check(WEB), "analytics", Map.of("checkAnswer", "GENUINE", "checkComment", "The sale has begun."));

        assertThat(deliver(WEB, "spend", "500", now().minus(Duration.ofMinutes(30)))
                        .path("verdict")
                        .asText())
                .as("observed before what was applied last")
                .isEqualTo("STALE");
        hear(WEB, "spend", "500");
        assertThat(deliver(CRM, "spend", "500").path("verdict").asText())
                .as("of another source")
                .isEqualTo("REJECTED");
        assertThat(notices(key))
                .extracting(notice -> notice.text())
                .contains("analytics has checked Web analytics: the new level is genuine, and is believed from now on"
                        + " (The sale has begun.).");
    }

    @Test
    void suspendsWhatCannotBeTrustedUntilAPersonLetsItActAgain() {
        begin();
        watch(WEB);
        mishear(WEB);

        distrust(WEB);

        assertThat(state(WEB).suspension()).isEqualTo(SuspensionReason.STOPPED);
        hear(WEB);
        hear(WEB);
        hear(WEB);
        hear(WEB);
        assertThat(state(WEB).isSuspended()).as("no rule starts it").isTrue();
        answer(task("userTask_releaseSource", watchOf(WEB)), "analytics", Map.of("releaseAnswer", "ACT"));
        assertThat(state(WEB).isSuspended()).isFalse();
    }

    /** Rejected readings are not heard, so what sends nothing else has fallen silent by the time it is looked at. */
    @Test
    void goesOnWaitingForASilentSourceThatIsNotTrustedEither() {
        begin();
        watch(WEB);
        mishear(WEB);
        silence(WEB);
        climb(task(BRING_BACK, watchOf(WEB)), 1);
        Task waiting = task(BRING_BACK, watchOf(WEB));

        distrust(WEB);

        assertThat(state(WEB).suspension()).isEqualTo(SuspensionReason.STOPPED);
        assertThat(task(BRING_BACK, watchOf(WEB)).getId()).isEqualTo(waiting.getId());
        assertThat(stalls()).hasSize(1);
        assertThat(texts()).doesNotContain("Web analytics speaks again.");
        hear(WEB);
        assertThat(stalls()).isEmpty();
        assertThat(texts()).contains("Web analytics speaks again.");
        assertThat(task(RELEASE, watchOf(WEB))).as("asked for a person's word").isNotNull();
    }

    @Test
    void leavesRetiredWhatWasRetiredMeanwhile() {
        begin();
        watch(WEB);
        mishear(WEB);
        suspensionService.retire(key, WEB);

        distrust(WEB);

        assertThat(state(WEB).suspension()).isEqualTo(SuspensionReason.RETIRED);
    }

    @Test
    void suspendsAlsoWhatNobodyWatches() {
        begin();
        mishear(WEB);

        distrust(WEB);

        assertThat(state(WEB).suspension()).isEqualTo(SuspensionReason.STOPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "checkAnswer, '', Why",
        "checkAnswer, LATER, Why",
        "checkComment, GENUINE, ",
        "checkComment, SUSPENDED, ' '",
    })
    void refusesWhatIsNoAnswer(String field, String answer, String comment) {
        begin();
        mishear(WEB);
        Task task = check(WEB);
        Map<String, Object> values = new HashMap<>();
        values.put("checkAnswer", answer);
        values.put("checkComment", comment);

        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId(), values))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith(field);
        assertThat(check(WEB)).isNotNull();
        assertThat(doubted()).isEqualTo(1);
    }

    private List<String> texts() {
        return notices(key).stream().map(notice -> notice.text()).toList();
    }

    private long doubted() {
        return jdbc.sql("select count(*) from cc_source where campaign_key = ? and doubted_at is not null")
                .param(key)
                .query(Long.class)
                .single();
    }

    private JsonNode part(Task task) {
        String variables = "/engine-rest/task/" + task.getId() + "/form-variables";
        return json(json(get("analytics", variables), 200).at("/dossier/value").asText())
                .path("source");
    }
}

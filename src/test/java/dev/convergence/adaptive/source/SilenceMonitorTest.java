package dev.convergence.adaptive.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.convergence.ModelCoverage;
import dev.convergence.adaptive.source.state.SuspensionReason;
import dev.convergence.engine.variable.RefusalException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceMonitorTest extends WatchedCampaign {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("source-watch");

    private static final Duration HEARTBEAT = Duration.ofHours(2);

    @Test
    void listensFromTheCampaignsBeginningAndIsTouchedByNoReading() {
        begin();
        watch(WEB);
        assertThat(nextLook(WEB)).isEqualTo(MONDAY.plus(HEARTBEAT));
        String instance = watchOf(WEB).getId();

        moveTo(MONDAY.plus(Duration.ofHours(1)));
        hear(WEB);

        assertThat(nextLook(WEB)).as("the timer").isEqualTo(MONDAY.plus(HEARTBEAT));
        lookAt(WEB);
        assertThat(watchOf(WEB).getId()).isEqualTo(instance);
        assertThat(nextLook(WEB)).isEqualTo(state(WEB).lastHeardAt().plus(HEARTBEAT));
        assertThat(state(WEB).isSuspended()).isFalse();
        assertThat(stalls()).isEmpty();
    }

    /** What nobody expected was not silent before its first reading, however bad that was. */
    @Test
    void givesAHeartbeatToWhatJoinsLateWithABadReading() {
        begin();
        moveTo(MONDAY.plus(Duration.ofDays(2)));

        mishear(CRM);

        assertThat(state(CRM).lastHeardAt()).isNull();
        assertThat(nextLook(CRM)).isEqualTo(now().plus(Duration.ofDays(1)));
        silence(CRM);
        assertThat(state(CRM).suspendedAt()).isEqualTo(now());
    }

    @Test
    void suspendsASilentSourceAndAsksItsOwner() {
        begin();
        watch(CRM);

        silence(CRM);

        Task task = task(BRING_BACK, watchOf(CRM));
        assertThat(task.getName()).isEqualTo("Bring the source back: CRM");
        assertThat(candidates(task)).containsExactly("sales");
        assertThat(task.getDueDate()).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
        assertThat(state(CRM).suspendedAt()).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
        assertThat(state(CRM).suspension()).isEqualTo(SuspensionReason.SILENT);
    }

    @Test
    void stallsAtOnceUpToTheCallerAndTellsThoseConcerned() {
        begin();
        watch(CRM);
        silence(CRM);

        climb(task(BRING_BACK, watchOf(CRM)), 1);

        assertThat(now()).as("no working hour later").isEqualTo(MONDAY.plus(Duration.ofDays(1)));
        assertThat(incidents(key))
                .extracting(Incident::getIncidentType, Incident::getActivityId)
                .contains(tuple("silentSource", BRING_BACK), tuple("silentSource", "callActivity_watch"));
        assertThat(told(key)).containsExactlyInAnyOrder("silent sales", "silent analytics", "silent marketing");
        assertThat(notices(key)).allSatisfy(notice -> assertThat(notice.text())
                .isEqualTo("No reading from CRM since 1 Mar 2027 09:00 CET; its heartbeat is 1 day. Its rules are"
                        + " suspended. In campaign “Name of " + key + "” (" + key + ") this waits for sales."));
    }

    @Test
    void isShownAmongTheStalls() {
        begin();
        watch(WEB);
        silence(WEB);
        climb(task(BRING_BACK, watchOf(WEB)), 1);

        assertThat(stalls()).singleElement().satisfies(stall -> {
            assertThat(stall.path("kind").asText()).isEqualTo("silentSource");
            assertThat(stall.path("element").asText()).isEqualTo(WEB);
            assertThat(stall.path("name").asText()).isEqualTo("Web analytics");
            assertThat(stall.path("cause").asText())
                    .startsWith("No reading from Web analytics since 1 Mar 2027 09:00 CET; its heartbeat is 2 hours.");
            assertThat(stall.at("/waitingFor/group").asText()).isEqualTo("analytics");
            assertThat(stall.path("rung").asText()).isEqualTo("silent");
        });
    }

    @Test
    void climbsToTheTopWhereTheCallerCatchesIt() {
        begin();
        watch(WEB);
        silence(WEB);

        climb(task(BRING_BACK, watchOf(WEB)), 4);

        Task task = task(BRING_BACK, watchOf(WEB));
        assertThat(candidates(task)).contains("analytics", "campaign-managers", "sponsors");
        assertThat(now()).isEqualTo(Instant.parse("2027-03-02T10:00:00Z"));
        assertThat(task(key, "userTask_seeToSilence")).isNotNull();
    }

    @Test
    void climbsInSecondsInARehearsal() {
        begin("rehearsal");
        watch(WEB);
        silence(WEB);

        climb(task(BRING_BACK, watchOf(WEB)), 4);

        assertThat(now()).isEqualTo(MONDAY.plus(HEARTBEAT).plusSeconds(30));
    }

    @Test
    void endsTheStallWithTheFirstGoodReadingAndAsksWhetherItMayAct() {
        begin();
        watch(CRM);
        silence(CRM);
        climb(task(BRING_BACK, watchOf(CRM)), 2);

        hear(CRM);

        assertThat(task(BRING_BACK, watchOf(CRM))).isNull();
        assertThat(stalls()).isEmpty();
        assertThat(incidents(key)).isEmpty();
        assertThat(history()).isNotEmpty().allMatch(HistoricIncident::isResolved);
        Task release = task(RELEASE, watchOf(CRM));
        assertThat(release.getName()).isEqualTo("Let the source act again: CRM");
        assertThat(candidates(release)).containsExactly("sales");
        assertThat(release.getDueDate()).isAfter(Date.from(now()));
        assertThat(state(CRM).isSuspended()).isTrue();
        assertThat(notices(key)).extracting(notice -> notice.text()).contains("CRM speaks again.");
    }

    @Test
    void letsItActAgainByAPersonsWord() {
        begin();
        watch(CRM);
        silence(CRM);
        hear(CRM);

        answer(task(RELEASE, watchOf(CRM)), "sales", Map.of("releaseAnswer", "ACT"));

        assertThat(state(CRM).isSuspended()).isFalse();
        assertThat(tasks(key)).extracting(Task::getTaskDefinitionKey).containsExactly("userTask_run");
        assertThat(told(key)).contains("source marketing");
        assertThat(notices(key))
                .extracting(notice -> notice.text())
                .contains("sales lets the rules of CRM act again.")
                .doesNotContain("CRM has sent enough good readings: its rules act again.");
    }

    @Test
    void letsItActAgainByRuleAndTakesTheQuestionAway() {
        begin();
        watch(WEB);
        silence(WEB);
        hear(WEB);
        String asked = task(RELEASE, watchOf(WEB)).getId();
        hear(WEB);
        assertThat(task(RELEASE, watchOf(WEB)).getId()).isEqualTo(asked);

        hear(WEB);

        assertThat(state(WEB).isSuspended()).isFalse();
        assertThat(task(RELEASE, watchOf(WEB))).isNull();
        assertThat(notices(key))
                .extracting(notice -> notice.text())
                .contains("Web analytics has sent enough good readings: its rules act again.");
    }

    @Test
    void keepsTheQuestionWhereBadDataComesBetween() {
        begin();
        watch(WEB);
        silence(WEB);
        hear(WEB);
        String asked = task(RELEASE, watchOf(WEB)).getId();

        mishear(WEB);
        hear(WEB);

        assertThat(task(RELEASE, watchOf(WEB)).getId()).isEqualTo(asked);
    }

    @Test
    void asksWhetherItMayActWhereAPersonSuspendsIt() {
        begin();
        watch(WEB);
        mishear(WEB);

        distrust(WEB);

        assertThat(task(RELEASE, watchOf(WEB))).isNotNull();
    }

    @Test
    void keepsTheQuestionWhereAPersonSuspendsItMeanwhile() {
        begin();
        watch(WEB);
        silence(WEB);
        hear(WEB);
        String asked = task(RELEASE, watchOf(WEB)).getId();
        mishear(WEB);

        distrust(WEB);
        hear(WEB);
        hear(WEB);
        hear(WEB);

        assertThat(state(WEB).suspension()).isEqualTo(SuspensionReason.STOPPED);
        assertThat(task(RELEASE, watchOf(WEB)).getId()).isEqualTo(asked);
    }

    @Test
    void keepsItSuspendedAgainstEveryRuleWhereAPersonSaysSo() {
        begin();
        watch(WEB);
        silence(WEB);
        hear(WEB);

        answer(
                task(RELEASE, watchOf(WEB)),
                "analytics",
                Map.of("releaseAnswer", "KEEP", "releaseComment", "The tag is wrong."));
        hear(WEB);
        hear(WEB);
        hear(WEB);
        mishear(WEB);
        hear(WEB);

        assertThat(state(WEB).suspension()).isEqualTo(SuspensionReason.KEPT);
        assertThat(task(RELEASE, watchOf(WEB))).as("nobody is asked again").isNull();
        assertThat(notices(key))
                .extracting(notice -> notice.text())
                .contains("analytics keeps the rules of Web analytics suspended (The tag is wrong.).");
    }

    @Test
    void asksAgainOnceItFellSilentAgain() {
        begin();
        watch(WEB);
        silence(WEB);
        hear(WEB);
        answer(
                task(RELEASE, watchOf(WEB)),
                "analytics",
                Map.of("releaseAnswer", "KEEP", "releaseComment", "The tag is wrong."));
        silence(WEB);
        hear(WEB);

        assertThat(task(RELEASE, watchOf(WEB))).isNotNull();
        hear(WEB);
        hear(WEB);
        assertThat(state(WEB).isSuspended())
                .as("still by a person's word alone")
                .isTrue();
    }

    @Test
    void goesBackToWaitingWhereItFallsSilentAgain() {
        begin();
        watch(CRM);
        silence(CRM);
        hear(CRM);
        Instant heard = state(CRM).lastHeardAt();

        silence(CRM);

        assertThat(now()).isEqualTo(heard.plus(Duration.ofDays(1)));
        assertThat(task(RELEASE, watchOf(CRM))).isNull();
        assertThat(task(BRING_BACK, watchOf(CRM))).isNotNull();
        assertThat(state(CRM).suspendedAt()).as("since the first silence").isBefore(heard);
    }

    @Test
    void isBackByAPersonsWordAndIsListenedToFromThen() {
        begin();
        watch(WEB);
        silence(WEB);
        climb(task(BRING_BACK, watchOf(WEB)), 1);

        answer(task(BRING_BACK, watchOf(WEB)), "analytics", Map.of("sourceAnswer", "BACK"));

        assertThat(state(WEB).isSuspended()).isFalse();
        assertThat(incidents(key)).isEmpty();
        assertThat(nextLook(WEB)).isEqualTo(now().plus(HEARTBEAT));
        silence(WEB);
        assertThat(task(BRING_BACK, watchOf(WEB))).isNotNull();
    }

    @Test
    void isWatchedNoMoreOnceItIsRetired() {
        begin();
        watch(WEB);
        silence(WEB);
        climb(task(BRING_BACK, watchOf(WEB)), 1);

        answer(
                task(BRING_BACK, watchOf(WEB)),
                "analytics",
                Map.of("sourceAnswer", "RETIRED", "sourceComment", "The contract has ended."));

        assertThat(watchOf(WEB)).isNull();
        assertThat(incidents(key)).isEmpty();
        hear(WEB);
        hear(WEB);
        hear(WEB);
        assertThat(state(WEB).suspension()).isEqualTo(SuspensionReason.RETIRED);
        assertThat(notices(key))
                .extracting(notice -> notice.text())
                .anyMatch(text -> text.startsWith("analytics retires Web analytics for this campaign")
                        && text.endsWith("(The contract has ended.)."));
    }

    @Test
    void isWatchedNoMoreWhereNobodyKnowsItAnyMore() {
        begin();
        watch("no-such-source");

        lookAt("no-such-source");

        assertThat(watchOf("no-such-source")).isNull();
        assertThat(now()).isEqualTo(MONDAY);
    }

    @Test
    void watchesTwoSourcesApart() {
        begin();
        watch(WEB);
        watch(CRM);
        silence(WEB);
        moveTo(MONDAY);
        silence(CRM);

        hear(WEB);

        assertThat(task(BRING_BACK, watchOf(WEB))).isNull();
        assertThat(task(RELEASE, watchOf(WEB))).isNotNull();
        assertThat(task(BRING_BACK, watchOf(CRM))).isNotNull();
        assertThat(task(RELEASE, watchOf(CRM))).isNull();
    }

    @Test
    void isSilentInNoCampaignThatIsOver() {
        begin();
        watch(WEB);
        campaigns.end(key, now());

        lookAt(WEB);

        assertThat(state(WEB).isSuspended()).isFalse();
        assertThat(nextLook(WEB)).isEqualTo(now().plus(HEARTBEAT));
        end();
        assertThat(instanceIds(key)).isEmpty();
    }

    @Test
    void endsWithItsCaller() {
        begin();
        watch(WEB);
        silence(WEB);
        climb(task(BRING_BACK, watchOf(WEB)), 2);

        end();

        assertThat(instanceIds(key)).isEmpty();
        assertThat(timers(key)).isEmpty();
    }

    @Test
    void keepsItsDueDate() {
        begin();
        watch(WEB);
        silence(WEB);
        Task task = task(BRING_BACK, watchOf(WEB));

        assertThatThrownBy(() -> engine.getTaskService().setDueDate(task.getId(), null))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("ladder");
    }

    @ParameterizedTest
    @CsvSource({
        "sourceAnswer, '', ",
        "sourceAnswer, HEARD, Why",
        "sourceAnswer, LATER, Why",
        "sourceComment, RETIRED, ",
        "sourceComment, RETIRED, ' '",
    })
    void refusesWhatIsNoAnswerToASilence(String field, String answer, String comment) {
        begin();
        watch(WEB);
        silence(WEB);
        Task task = task(BRING_BACK, watchOf(WEB));
        Map<String, Object> values = new HashMap<>();
        values.put("sourceAnswer", answer);
        values.put("sourceComment", comment);

        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId(), values))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith(field);
        assertThat(task(BRING_BACK, watchOf(WEB))).isNotNull();
        assertThat(state(WEB).suspension()).isEqualTo(SuspensionReason.SILENT);
    }

    @ParameterizedTest
    @CsvSource({"releaseAnswer, '', ", "releaseAnswer, LATER, Why", "releaseComment, KEEP, "})
    void refusesWhatIsNoAnswerToWhetherItMayAct(String field, String answer, String comment) {
        begin();
        watch(WEB);
        silence(WEB);
        hear(WEB);
        Task task = task(RELEASE, watchOf(WEB));
        Map<String, Object> values = new HashMap<>();
        values.put("releaseAnswer", answer);
        values.put("releaseComment", comment);

        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId(), values))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith(field);
        assertThat(task(RELEASE, watchOf(WEB))).isNotNull();
    }

    private List<HistoricIncident> history() {
        String caller = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("source-caller")
                .singleResult()
                .getId();
        return engine.getHistoryService().createHistoricIncidentQuery().incidentType("silentSource").list().stream()
                .filter(incident -> caller.equals(incident.getRootProcessInstanceId()))
                .toList();
    }
}

package dev.convergence.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.convergence.ModelCoverage;
import dev.convergence.StillApplication;
import dev.convergence.engine.variable.RefusalException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class StageGateTest extends StillApplication {

    private static final String REVIEW = "userTask_reviewGate";

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("stage-gate");

    @Autowired
    GateReviewRepository reviews;

    private final String key = newKey();

    @ParameterizedTest
    @EnumSource(value = GateOutcome.class, mode = EnumSource.Mode.EXCLUDE, names = "WAIVED")
    void isDecidedInFourWays(GateOutcome outcome) {
        ProcessInstance gate = startGate(key, "product-ready", Map.of());

        as("marketing", () -> decide(key, outcome.name()));

        BpmnAwareTests.assertThat(gate)
                .isEnded()
                .hasPassed(REVIEW)
                .hasNotPassed("event_firstRungDue", "event_gateStalled");
        assertThat(reviews.of(List.of(key))).singleElement().satisfies(review -> {
            assertThat(review.outcome()).isEqualTo(outcome.name());
            assertThat(review.decidedBy()).isEqualTo("marketing");
            assertThat(review.round()).isOne();
            assertThat(review.isOpen()).isFalse();
        });
    }

    /** That would pass it without a review, and without what an approval needs. */
    @Test
    void isNotWaivedByWhoeverDecidesIt() {
        startGate(key, "product-ready", Map.of());

        assertThatThrownBy(() -> as("marketing", () -> decide(key, "WAIVED")))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("a gate that has stalled is waived by a manager");
        assertThat(review(key)).isNotNull();
    }

    static Stream<Arguments> refusedAnswers() {
        String tooLong = "x".repeat(4001);
        return Stream.of(
                Arguments.of(Map.of(), "gateOutcome"),
                Arguments.of(Map.of("gateOutcome", ""), "gateOutcome"),
                Arguments.of(Map.of("gateOutcome", "MAYBE"), "gateOutcome"),
                Arguments.of(Map.of("gateOutcome", "approved"), "gateOutcome"),
                Arguments.of(Map.of("gateOutcome", 1), "gateOutcome"),
                Arguments.of(Map.of("gateOutcome", "SENT_BACK"), "gateComment"),
                Arguments.of(Map.of("gateOutcome", "SENT_BACK", "gateComment", "  "), "gateComment"),
                Arguments.of(Map.of("gateOutcome", "STOPPED"), "gateComment"),
                Arguments.of(Map.of("gateOutcome", "WAIVED"), "gateComment"),
                Arguments.of(Map.of("gateOutcome", "APPROVED_WITH_CONDITIONS"), "gateConditions"),
                Arguments.of(Map.of("gateOutcome", "APPROVED", "gateComment", tooLong), "gateComment"),
                Arguments.of(Map.of("gateOutcome", "APPROVED", "gateConditions", tooLong), "gateConditions"),
                Arguments.of(Map.of("gateOutcome", "APPROVED", "contentReady", false), "gateOutcome"),
                Arguments.of(Map.of("gateOutcome", "APPROVED", "targetingReady", false), "gateOutcome"),
                Arguments.of(Map.of("gateOutcome", "APPROVED", "channelsReady", false), "gateOutcome"),
                Arguments.of(Map.of("gateOutcome", "APPROVED", "timingReady", false), "gateOutcome"),
                Arguments.of(
                        Map.of("gateOutcome", "APPROVED_WITH_CONDITIONS", "gateConditions", "x", "timingReady", false),
                        "gateOutcome"));
    }

    @ParameterizedTest
    @MethodSource("refusedAnswers")
    void refusesWhatIsNoDecisionAndGoesOnWaiting(Map<String, Object> answer, String field) {
        startGate(key, "convergence", Map.of());

        assertThatThrownBy(() -> complete(key, REVIEW, answer))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));

        assertThat(review(key)).isNotNull();
        assertThat(timers(key)).containsOnlyKeys("event_firstRungDue");
    }

    @Test
    void namesTheChecksThatAreNotMet() {
        startGate(key, "convergence", Map.of());
        Map<String, Object> answer =
                Map.of("gateOutcome", "APPROVED", "contentReady", true, "targetingReady", false, "timingReady", false);

        assertThatThrownBy(() -> complete(key, REVIEW, answer))
                .hasMessageContaining("targeting, timing")
                .hasMessageNotContaining("content");
    }

    @Test
    void sendsBackWhileACheckIsNotMet() {
        ProcessInstance gate = startGate(key, "convergence", Map.of());

        complete(key, REVIEW, Map.of("gateOutcome", "SENT_BACK", "gateComment", "Mind the time", "timingReady", false));

        BpmnAwareTests.assertThat(gate).isEnded();
    }

    @ParameterizedTest
    @CsvSource({
        "product-ready, normal,    marketing,         2027-03-03T08:00:00Z, 2027-03-02T13:00:00Z",
        "assets-ready,  normal,    product,           2027-03-03T08:00:00Z, 2027-03-02T13:00:00Z",
        "sales-ready,   normal,    marketing,         2027-03-02T08:00:00Z, 2027-03-01T13:00:00Z",
        "convergence,   normal,    campaign-managers, 2027-03-02T08:00:00Z, 2027-03-01T13:00:00Z",
        "product-ready, high,      marketing,         2027-03-02T08:00:00Z, 2027-03-01T15:00:00Z",
        "sales-ready,   high,      marketing,         2027-03-01T12:00:00Z, 2027-03-01T10:00:00Z",
        "convergence,   rehearsal, campaign-managers, 2027-03-01T08:00:20Z, 2027-03-01T08:00:10Z",
        "of-our-own,    normal,    campaign-managers, 2027-03-03T08:00:00Z, 2027-03-02T13:00:00Z",
        "of-our-own,    rehearsal, campaign-managers, 2027-03-01T08:00:20Z, 2027-03-01T08:00:10Z",
    })
    void waitsForWhomAndAsLongAsThePolicySays(
            String gate, String priority, String group, Instant due, Instant firstRung) {
        startGate(key, gate, Map.of("priority", priority));

        assertThat(candidates(review(key))).containsExactly(group);
        assertThat(review(key).getDueDate()).isEqualTo(due);
        assertThat(timers(key)).isEqualTo(Map.of("event_firstRungDue", firstRung));
    }

    @Test
    void letsItsCallerOverrideThePolicy() {
        startGate(key, "product-ready", Map.of("sla", "PT6H", "calendar", "around-the-clock", "accountable", "legal"));

        assertThat(candidates(review(key))).containsExactly("legal");
        assertThat(review(key).getDueDate()).isEqualTo("2027-03-01T14:00:00Z");
        assertThat(timers(key)).containsEntry("event_firstRungDue", Instant.parse("2027-03-01T10:00:00Z"));
        climb(key, 1);
        assertThat(told(key)).containsExactly("remind legal");
    }

    @ParameterizedTest
    @CsvSource({"quorum, some", "sla, soon", "calendar, of-the-moon"})
    void refusesAnOverrideThatItCannotKeep(String variable, String value) {
        assertThatThrownBy(() -> startGate(key, "product-ready", Map.of(variable, value)))
                .hasStackTraceContaining(value);

        assertThat(instanceIds(key)).isEmpty();
    }

    @Test
    void isDueAtTheCloseOfItsPlannedDay() {
        startGate(key, "product-ready", Map.of("plan", plan("product-ready", "2027-03-10")));

        assertThat(review(key).getDueDate()).isEqualTo("2027-03-10T17:00:00Z");
    }

    @Test
    void takesThePolicyWhereThePlannedDayIsOver() {
        startGate(key, "product-ready", Map.of("plan", plan("product-ready", "2027-02-26")));

        assertThat(review(key).getDueDate()).isEqualTo("2027-03-03T08:00:00Z");
    }

    @Test
    void isNamedAfterTheActivityThatCallsIt() {
        startCampaign(key);
        walkTo(key, "product-ready");

        assertThat(review(key).getName()).isEqualTo("Review the gate: Product ready");
        assertThat(local(review(key), "gateName")).isEqualTo("Product ready");
        assertThat(local(review(key), "gateId")).isEqualTo("product-ready");
    }

    @Test
    void climbsEachRungOnceAndInOrder() {
        startGate(key, "product-ready", Map.of());

        fire(key, "event_firstRungDue");
        assertThat(now()).isEqualTo("2027-03-02T13:00:00Z");
        assertThat(timers(key)).isEqualTo(Map.of("event_nextRungDue", Instant.parse("2027-03-03T08:00:00Z")));
        fire(key, "event_nextRungDue");
        assertThat(timers(key)).isEqualTo(Map.of("event_nextRungDue", Instant.parse("2027-03-03T12:00:00Z")));
        fire(key, "event_nextRungDue");
        assertThat(timers(key)).isEqualTo(Map.of("event_nextRungDue", Instant.parse("2027-03-04T08:00:00Z")));
        fire(key, "event_nextRungDue");

        assertThat(timers(key)).isEmpty();
        assertThat(told(key))
                .containsExactly(
                        "remind marketing", "backup marketing", "manager campaign-managers", "sponsor sponsors");
        assertThat(candidates(review(key))).containsExactlyInAnyOrder("marketing", "campaign-managers", "sponsors");
        assertThat(local(review(key), "rung")).isEqualTo("sponsor");
    }

    @Test
    void climbsAsWellWhereSomebodyClaimedAndForgot() {
        startGate(key, "product-ready", Map.of());
        engine.getTaskService().claim(review(key).getId(), "marketing");

        climb(key, 2);
        assertThat(review(key).getAssignee()).isEqualTo("marketing");

        climb(key, 1);
        assertThat(review(key).getAssignee()).isNull();

        engine.getTaskService().claim(review(key).getId(), "campaign-manager");
        climb(key, 1);
        assertThat(review(key).getAssignee()).isNull();
        assertThat(told(key))
                .containsExactly(
                        "remind user:marketing", "backup marketing", "manager campaign-managers", "sponsor sponsors");
    }

    @Test
    void countsAsStalledFromTheManagersRungOn() {
        startCampaign(key);
        walkTo(key, "product-ready");

        climb(key, 2);
        assertThat(incidents(key)).isEmpty();

        climb(key, 1);
        Task review = review(key);
        assertThat(incidents(key))
                .allSatisfy(incident -> assertThat(incident.getIncidentType()).isEqualTo("stalledGate"))
                .extracting(Incident::getActivityId)
                .containsExactlyInAnyOrder(REVIEW, "callActivity_productReadyGate", "callActivity_runPattern");
        Incident root = rootIncident();
        assertThat(root.getExecutionId()).isEqualTo(review.getExecutionId());
        assertThat(root.getConfiguration()).isEqualTo(review.getId());
        assertThat(root.getIncidentMessage()).contains("Product ready", key, "marketing");
        assertThat(local(review, "stallId")).isEqualTo(root.getId());
        assertThat(local(review, "waitingFor")).isEqualTo("marketing");

        climb(key, 1);
        assertThat(incidents(key)).hasSize(3);
    }

    @Test
    void isStalledNoMoreOnceDecided() {
        startCampaign(key);
        walkTo(key, "product-ready");
        climb(key, 3);
        String stall = rootIncident().getId();

        decide(key, "APPROVED");

        assertThat(incidents(key)).isEmpty();
        assertThat(engine.getHistoryService()
                        .createHistoricIncidentQuery()
                        .rootCauseIncidentId(stall)
                        .list())
                .hasSize(3)
                .allMatch(HistoricIncident::isResolved);
        assertThat(timers(key)).isEmpty();
    }

    @Test
    void tellsTheCampaignWhenTheLadderEnds() {
        ProcessInstance campaign = startCampaign(key);
        walkTo(key, "product-ready");

        climb(key, 3);
        assertThat(task(key, "userTask_resolveStall")).isNull();

        climb(key, 1);
        assertThat(candidates(task(key, "userTask_resolveStall"))).containsExactly("campaign-managers");
        assertThat(review(key)).isNotNull();

        decide(key, "APPROVED");
        assertThat(task(key, "userTask_resolveStall")).isNull();
        BpmnAwareTests.assertThat(campaign).isNotEnded().hasPassed("event_gateStalled", "event_stallsCleared");
        walkTo(key, "assets-ready");
    }

    @Test
    void goesOnWaitingWhereNobodyCatchesItsEscalation() {
        ProcessInstance gate = startGate(key, "product-ready", Map.of());

        climb(key, 4);

        BpmnAwareTests.assertThat(gate).isNotEnded().hasPassed("event_ladderExhausted", "event_gateStalled");
        decide(key, "APPROVED");
        BpmnAwareTests.assertThat(gate).isEnded();
    }

    @Test
    void asksTheConsultedGroupsBesideTheDecision() {
        ProcessInstance gate = startGate(key, "product-ready", Map.of());

        assertThat(candidates(task(key, "userTask_giveAdvice"))).containsExactly("legal");
        as("legal", () -> complete(key, "userTask_giveAdvice", Map.of("advice", "Name the warranty")));

        assertThat(engine.getTaskService().getProcessInstanceComments(gate.getId()))
                .singleElement()
                .satisfies(comment -> {
                    assertThat(comment.getUserId()).isEqualTo("legal");
                    assertThat(comment.getFullMessage()).isEqualTo("legal: Name the warranty");
                });
        assertThat(review(key)).isNotNull();
    }

    @Test
    void doesNotWaitForAnAdvice() {
        ProcessInstance gate = startGate(key, "convergence", Map.of());
        assertThat(tasks(key)).hasSize(4);

        decide(key, "APPROVED");

        BpmnAwareTests.assertThat(gate).isEnded();
        assertThat(tasks(key)).isEmpty();
    }

    @Test
    void tellsTheInformedGroupsAfterwards() {
        startGate(key, "product-ready", Map.of());
        assertThat(toldOfDecisions(key)).isEmpty();

        as("marketing", () -> decide(key, "SENT_BACK"));

        assertThat(toldOfDecisions(key)).containsExactly("creative", "sales", "campaign-managers");
        assertThat(notices(key).get(0).text()).contains("sent back by marketing", "Comment on " + key);
    }

    @Test
    void isDecidedByAVote() {
        ProcessInstance gate = startGate(key, "of-our-own", Map.of("quorum", "all", "accountable", "sales"));

        as("sales", () -> decide(key, "APPROVED"));
        continueJobs(key);

        BpmnAwareTests.assertThat(gate).isEnded();
        assertThat(reviews.of(List.of(key))).singleElement().satisfies(review -> {
            assertThat(review.outcome()).isEqualTo("APPROVED");
            assertThat(review.votes()).extracting(Vote::voter).containsExactly("sales");
        });
    }

    private Incident rootIncident() {
        return incidents(key).stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .findFirst()
                .orElseThrow();
    }

    private static Object plan(String id, String due) {
        return SpinValues.jsonValue("[{\"id\":\"%s\",\"group\":\"product\",\"due\":\"%s\"}]".formatted(id, due))
                .create();
    }
}

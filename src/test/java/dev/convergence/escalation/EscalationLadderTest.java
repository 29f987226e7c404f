package dev.convergence.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.ModelCoverage;
import dev.convergence.StillApplication;
import dev.convergence.escalation.stall.StallReader;
import dev.convergence.notification.delivery.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The ladder as a gate climbs it, and what a moved due date makes of it. */
class EscalationLadderTest extends StillApplication {

    private static final Instant DUE = Instant.parse("2027-03-03T08:00:00Z");
    private static final Instant LATER = Instant.parse("2027-03-10T08:00:00Z");
    private static final List<String> ONCE =
            List.of("remind marketing", "backup marketing", "manager campaign-managers", "sponsor sponsors");

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("escalation-ladder");

    @Autowired
    DueDateService dueDateService;

    @Autowired
    StallReader stalls;

    private final String key = newKey();

    @Test
    void waitsAtTheTopAndTellsNobodyTwice() {
        startGate(key, "product-ready", Map.of());

        climb(key, 4);

        BpmnAwareTests.assertThat(ladder())
                .hasPassed("event_topReached")
                .isWaitingAt("event_dueDateMoved")
                .hasNotPassed("event_dueDateMoved");
        assertThat(timers(key)).isEmpty();
        assertThat(told(key)).isEqualTo(ONCE);
    }

    @Test
    void climbsAgainFromTheBottomAfterAnExtension() {
        startGate(key, "product-ready", Map.of());
        climb(key, 4);

        move(LATER);

        BpmnAwareTests.assertThat(ladder()).isWaitingAt("event_nextRungDue").hasPassed("event_dueDateMoved");
        assertThat(timers(key)).isEqualTo(Map.of("event_nextRungDue", Instant.parse("2027-03-09T13:00:00Z")));
        climb(key, 4);
        assertThat(told(key)).containsExactlyElementsOf(twice(ONCE));
        assertThat(stalls.of(key)).hasSize(1);
    }

    @Test
    void endsWithTheWait() {
        startGate(key, "product-ready", Map.of());
        climb(key, 2);
        ProcessInstance ladder = ladder();

        decide(key, "APPROVED");

        BpmnAwareTests.assertThat(ladder).isEnded();
        assertThat(timers(key)).isEmpty();
    }

    @Test
    void beginsLaterWhereTheDueDateMovesBeforehand() {
        startGate(key, "product-ready", Map.of());

        move(LATER);

        assertThat(timers(key)).isEqualTo(Map.of("event_firstRungDue", Instant.parse("2027-03-09T13:00:00Z")));
        climb(key, 4);
        assertThat(told(key)).isEqualTo(ONCE);
    }

    @Test
    void beginsSoonerWhereTheDueDateMovesForward() {
        startGate(key, "product-ready", Map.of());

        move(Instant.parse("2027-03-02T12:00:00Z"));

        assertThat(timers(key)).isEqualTo(Map.of("event_firstRungDue", Instant.parse("2027-03-02T08:00:00Z")));
    }

    @Test
    void shiftsWhatIsStillToComeWhereTheDueDateMovesOnTheWay() {
        startGate(key, "product-ready", Map.of());
        climb(key, 1);

        move(LATER);

        assertThat(timers(key)).isEqualTo(Map.of("event_nextRungDue", LATER));
        climb(key, 3);
        assertThat(told(key)).isEqualTo(ONCE);
    }

    @Test
    void isStalledNoMoreWhereTheDueDateMovesAfterwards() {
        startGate(key, "product-ready", Map.of());
        climb(key, 3);
        String stall = stalls.of(key).get(0).id();

        move(LATER);

        assertThat(stalls.of(key)).isEmpty();
        assertThat(local(review(key), "stallId")).isNull();
        assertThat(local(review(key), "rung")).isNull();
        assertThat(engine.getHistoryService()
                        .createHistoricIncidentQuery()
                        .incidentId(stall)
                        .singleResult())
                .matches(HistoricIncident::isResolved);
        assertThat(timers(key)).isEqualTo(Map.of("event_nextRungDue", Instant.parse("2027-03-09T13:00:00Z")));
        climb(key, 4);
        assertThat(told(key).subList(3, 7)).isEqualTo(ONCE);
        assertThat(stalls.of(key)).singleElement().satisfies(anew -> assertThat(anew.id())
                .isNotEqualTo(stall));
    }

    @Test
    void takesTheCampaignManagersTaskBackWithTheStall() {
        startCampaign(key);
        walkTo(key, "product-ready");
        climb(key, 4);

        move(now().plusSeconds(864_000));

        assertThat(task(key, "userTask_resolveStall")).isNull();
        climb(key, 4);
        assertThat(task(key, "userTask_resolveStall")).isNotNull();
    }

    @Test
    void countsWorkingTimeOnly() {
        startGate(key, "product-ready", Map.of());
        climb(key, 3);
        moveTo(Instant.parse("2027-03-08T07:00:00Z"));

        assertThat(stalls.of(key)).singleElement().satisfies(stall -> {
            assertThat(stall.dueAt()).isEqualTo(DUE);
            assertThat(stall.overdue()).hasHours(27);
        });
    }

    @Test
    void climbsOnceEachInTheirOrderWhatCameDueWhileNobodyRanItAndTellsWithTheLast() {
        startGate(key, "product-ready", Map.of());
        moveTo(LATER);

        runDueTimers(key);

        assertThat(told(key)).isEqualTo(ONCE);
        assertThat(texts())
                .hasSize(1)
                .first()
                .asString()
                .endsWith("once for all rungs of the ladder that are due by now.");
        assertThat(stalls.of(key)).singleElement().satisfies(stall -> assertThat(stall.rung())
                .isEqualTo("sponsor"));
        assertThat(local(review(key), "keptNotices")).isNull();
        assertThat(timers(key)).isEmpty();
        BpmnAwareTests.assertThat(ladder()).isWaitingAt("event_dueDateMoved");
    }

    @Test
    void goesOnAsUsualAboveTheRungsThatWereLate() {
        startGate(key, "product-ready", Map.of());
        moveTo(DUE.plusSeconds(60));
        runDueTimers(key);
        assertThat(told(key)).isEqualTo(ONCE.subList(0, 2));

        climb(key, 2);

        assertThat(told(key)).isEqualTo(ONCE);
        assertThat(notices(key).get(0).text()).doesNotContain("late");
    }

    private Set<String> texts() {
        return notices(key).stream().map(Notice::text).collect(Collectors.toSet());
    }

    @Test
    void tellsTheStandingBackup() {
        String about = "Who stands in for a group is a setting; without one the group itself is told again.";

        assertThat(new BackupProperties(Map.of("product", "legal")).of("product"))
                .as(about)
                .contains("legal");
        assertThat(new BackupProperties(null).of("product")).isEmpty();
    }

    private void move(Instant due) {
        dueDateService.move(review(key).getId(), due, "campaign-manager: later");
        assertThat(review(key).getDueDate()).isEqualTo(due);
    }

    private ProcessInstance ladder() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("escalation-ladder")
                .singleResult();
    }

    private static List<String> twice(List<String> told) {
        return java.util.stream.Stream.of(told, told).flatMap(List::stream).toList();
    }
}

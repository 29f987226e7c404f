package dev.convergence.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.convergence.ModelCoverage;
import dev.convergence.StillApplication;
import dev.convergence.engine.variable.RefusalException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class HandoffTest extends StillApplication {

    private static final String PREPARE = "userTask_prepareHandoff";
    private static final String ACCEPT = "userTask_acceptHandoff";
    private static final Map<String, Object> PACKAGE = Map.of("handoffWhat", "Assets", "handoffWhere", "Shared folder");

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("handoff");

    @Autowired
    HandoffRepository handoffs;

    private final String key = newKey();

    @Test
    void passesWorkFromOneTeamToAnother() {
        ProcessInstance handoff = start();
        assertThat(candidates(task(key, PREPARE))).containsExactly("marketing");
        assertThat(record().state()).isEqualTo("PREPARING");

        complete(key, PREPARE, PACKAGE);
        assertThat(candidates(task(key, ACCEPT))).containsExactly("sales");
        assertThat(task(key, ACCEPT).getDueDate()).isNotNull();
        assertThat(record().state()).isEqualTo("SENT");

        as("sales", () -> complete(key, ACCEPT, Map.of("handoffAccepted", true)));
        BpmnAwareTests.assertThat(handoff)
                .isEnded()
                .hasPassed("event_handoffAccepted")
                .hasNotPassed("event_firstRungDue");
        assertThat(record().state()).isEqualTo("ACCEPTED");
        assertThat(record().answeredBy()).isEqualTo("sales");
        assertThat(record().what()).isEqualTo("Assets");
    }

    @Test
    void isNotAnsweredByWhoeverPreparedIt() {
        start();
        engine.getTaskService().setAssignee(task(key, PREPARE).getId(), "sales");
        complete(key, PREPARE, PACKAGE);

        assertThatThrownBy(() -> as("sales", () -> complete(key, ACCEPT, Map.of("handoffAccepted", true))))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("sales has prepared it");
        assertThat(record().state()).isEqualTo("SENT");
    }

    @Test
    void isReturnedWithAReasonAndPreparedAgain() {
        ProcessInstance handoff = start();
        complete(key, PREPARE, PACKAGE);
        climb(key, 3);
        assertThat(incidents(key)).isNotEmpty();

        complete(key, ACCEPT, Map.of("handoffAccepted", false, "handoffComment", "The logo is missing"));

        BpmnAwareTests.assertThat(handoff).isWaitingAt(PREPARE).hasNotPassed("event_handoffAccepted");
        assertThat(record().state()).isEqualTo("RETURNED");
        assertThat(record().comment()).isEqualTo("The logo is missing");
        assertThat(incidents(key)).isEmpty();
        assertThat(timers(key)).as("the old ladder").isEmpty();
        assertThat(instanceIds(key)).as("the old ladder").hasSize(1);

        complete(key, PREPARE, PACKAGE);
        assertThat(timers(key)).containsOnlyKeys("event_firstRungDue");
        assertThat(local(task(key, ACCEPT), "rung")).isNull();
        climb(key, 1);
        assertThat(told(key)).endsWith("remind sales");
    }

    @Test
    void isDroppedWhereNobodyAnswers() {
        ProcessInstance handoff = start();
        complete(key, PREPARE, PACKAGE);

        climb(key, 4);

        assertThat(told(key))
                .containsExactly("remind sales", "backup sales", "manager campaign-managers", "sponsor sponsors");
        assertThat(incidents(key)).extracting(Incident::getIncidentType).containsExactly("droppedHandoff");
        assertThat(incidents(key).get(0).getExecutionId())
                .isEqualTo(task(key, ACCEPT).getExecutionId());
        BpmnAwareTests.assertThat(handoff)
                .hasPassed("event_ladderExhausted", "event_handoffDropped")
                .isWaitingAt(ACCEPT);

        complete(key, ACCEPT, Map.of("handoffAccepted", true));
        assertThat(incidents(key)).isEmpty();
        BpmnAwareTests.assertThat(handoff).isEnded();
    }

    @Test
    void tellsTheCampaignWhenItIsDropped() {
        ProcessInstance campaign = startCampaign(key);
        walkTo(key, ACCEPT);
        climb(key, 4);

        assertThat(incidents(key))
                .extracting(Incident::getActivityId)
                .containsExactlyInAnyOrder(ACCEPT, "callActivity_handOverToSales", "callActivity_runPattern");
        assertThat(task(key, "userTask_resolveStall")).isNotNull();

        complete(key, ACCEPT, Map.of("handoffAccepted", true));

        assertThat(task(key, "userTask_resolveStall")).isNull();
        BpmnAwareTests.assertThat(campaign).hasPassed("event_handoffDropped").hasNotPassed("event_gateStalled");
    }

    static Stream<Arguments> refusedPackages() {
        return Stream.of(
                Arguments.of(Map.of(), "handoffWhat"),
                Arguments.of(Map.of("handoffWhere", "Here"), "handoffWhat"),
                Arguments.of(Map.of("handoffWhat", "Assets"), "handoffWhere"),
                Arguments.of(Map.of("handoffWhat", "Assets", "handoffWhere", " "), "handoffWhere"),
                Arguments.of(with("handoffGaps", "x".repeat(4001)), "handoffGaps"),
                Arguments.of(with("handoffLinks", "x".repeat(4001)), "handoffLinks"));
    }

    @ParameterizedTest
    @MethodSource("refusedPackages")
    void refusesAPackageWithoutContext(Map<String, Object> answer, String field) {
        start();

        assertThatThrownBy(() -> complete(key, PREPARE, answer))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
        assertThat(task(key, PREPARE)).isNotNull();
    }

    static Stream<Arguments> refusedAnswers() {
        return Stream.of(
                Arguments.of(Map.of(), "handoffAccepted"),
                Arguments.of(Map.of("handoffAccepted", "yes"), "handoffAccepted"),
                Arguments.of(Map.of("handoffAccepted", false), "handoffComment"),
                Arguments.of(Map.of("handoffAccepted", true, "handoffComment", "x".repeat(4001)), "handoffComment"));
    }

    @ParameterizedTest
    @MethodSource("refusedAnswers")
    void refusesAnAnswerThatIsNone(Map<String, Object> answer, String field) {
        start();
        complete(key, PREPARE, PACKAGE);

        assertThatThrownBy(() -> complete(key, ACCEPT, answer))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
        assertThat(task(key, ACCEPT)).isNotNull();
    }

    @Test
    void doesNotTakeTheLastRoundsAnswerForThisRounds() {
        start();
        complete(key, PREPARE, PACKAGE);
        complete(key, ACCEPT, Map.of("handoffAccepted", false, "handoffComment", "No"));
        complete(key, PREPARE, PACKAGE);

        assertThatThrownBy(() -> complete(key, ACCEPT, Map.of())).hasMessageContaining("handoffAccepted");
    }

    @Test
    void doesNotTakeTheLastRoundsReasonForThisRounds() {
        start();
        complete(key, PREPARE, PACKAGE);
        complete(key, ACCEPT, Map.of("handoffAccepted", false, "handoffComment", "The logo is missing"));
        assertThat(onTheFormOf(PREPARE)).as("while it is prepared again").contains("The logo is missing");

        complete(key, PREPARE, PACKAGE);

        assertThat(record().comment()).isNull();
        assertThat(engine.getTaskService().getVariables(task(key, ACCEPT).getId()))
                .doesNotContainKey("handoffComment");
        assertThatThrownBy(() -> complete(key, ACCEPT, Map.of("handoffAccepted", false)))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("handoffComment"));
        complete(key, ACCEPT, Map.of("handoffAccepted", false, "handoffComment", "Now the fonts are missing"));
        assertThat(onTheFormOf(PREPARE)).contains("Now the fonts are missing").doesNotContain("The logo is missing");
    }

    private String onTheFormOf(String taskKey) {
        return engine.getFormService()
                .getTaskFormVariables(task(key, taskKey).getId())
                .get("dossier")
                .toString();
    }

    private ProcessInstance start() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "handoff",
                        key,
                        Map.of("handoffId", "assets-to-sales", "handoffFrom", "marketing", "handoffTo", "sales"));
    }

    private HandoffRecord record() {
        return handoffs.of(List.of(key)).get(0);
    }

    private static Map<String, Object> with(String variable, Object value) {
        Map<String, Object> values = new HashMap<>(PACKAGE);
        values.put(variable, value);
        return values;
    }
}

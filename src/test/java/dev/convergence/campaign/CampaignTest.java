package dev.convergence.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.convergence.ModelCoverage;
import dev.convergence.StillApplication;
import dev.convergence.campaign.request.CampaignKeyTakenException;
import dev.convergence.campaign.request.CampaignState;
import dev.convergence.campaign.touchpoint.TouchpointService;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class CampaignTest extends StillApplication {

    private static final String RATIONALE = "The product is late";

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("campaign");

    @Autowired
    CampaignReader reader;

    @Autowired
    CampaignWorkflow workflow;

    @Autowired
    TouchpointService touchpoints;

    private final String key = newKey();

    @Test
    void runsFromBriefToPostMortem() {
        ProcessInstance campaign = startCampaign(key);
        assertThat(view().state()).isEqualTo(CampaignState.PLANNING);
        walkTo(key, "userTask_finaliseProduct");
        assertThat(view().state()).isEqualTo(CampaignState.CONVERGING);
        launch();
        assertThat(view().state()).isEqualTo(CampaignState.LAUNCHED);

        complete(
                key,
                "userTask_holdPostMortem",
                Map.of("roi", 12.5, "teamSatisfaction", 4, "postMortemNext", "Begin earlier"));

        BpmnAwareTests.assertThat(campaign)
                .isEnded()
                .hasPassed("serviceTask_recordLaunch", "userTask_holdPostMortem")
                .hasNotPassed("event_gateStalled", "event_handoffDropped", "event_campaignStopped");
        assertThat(view().state()).isEqualTo(CampaignState.CLOSED);
        assertThat(view().roi()).isEqualTo(12.5);
        assertThat(view().teamSatisfaction()).isEqualTo(4);
    }

    @Test
    void keepsTheConditionsOfAnApprovalUntilTheyAreMet() {
        ProcessInstance campaign = startCampaign(key);
        walkTo(key, "product-ready");
        complete(
                key,
                "userTask_reviewGate",
                Map.of("gateOutcome", "APPROVED_WITH_CONDITIONS", "gateConditions", "Price list | sales | 2027-03-12"));

        Task condition = task(key, "userTask_meetCondition");
        assertThat(condition.getName()).isEqualTo("Meet the condition: Price list");
        assertThat(candidates(condition)).containsExactly("sales");
        assertThat(condition.getDueDate()).isEqualTo("2027-03-12T17:00:00Z");
        as("sales", () -> complete(key, "userTask_meetCondition", Map.of("conditionResult", "In the sales kit")));

        BpmnAwareTests.assertThat(campaign).isNotEnded().hasPassed("event_conditionSet", "event_conditionMet");
        assertThat(view().conditions()).singleElement().satisfies(met -> {
            assertThat(met.what()).isEqualTo("Price list");
            assertThat(met.owner()).isEqualTo("sales");
            assertThat(met.metBy()).isEqualTo("sales");
            assertThat(met.metAt()).isNotNull();
        });
    }

    @Test
    void keepsAConflictUntilItIsSettled() {
        ProcessInstance campaign = startCampaign(key, Map.of("touchpoints", twoOffers()));

        assertThat(task(key, "userTask_resolveConflict").getName())
                .isEqualTo("Resolve the conflict: offer: email says “20 %”, ad says “30 %”");
        as("marketing", () -> complete(key, "userTask_resolveConflict", Map.of("agreedValue", "25 %")));

        BpmnAwareTests.assertThat(campaign).isNotEnded().hasPassed("event_conflictFound", "event_conflictOver");
        BpmnAwareTests.assertThat(campaign).hasNotPassed("event_conflictResolved");
        assertThat(view().alignmentIncidents()).isEqualTo(1);
        assertThat(view().conflicts()).isEmpty();
        assertThat(incidents(key)).isEmpty();
    }

    @Test
    void forgetsAConflictThatTheFactsHaveSettled() {
        ProcessInstance campaign = startCampaign(key, Map.of("touchpoints", twoOffers()));

        touchpoints.replaced(key, List.of(), "Both are off", "marketing");

        BpmnAwareTests.assertThat(campaign).isNotEnded().hasPassed("event_conflictResolved", "event_conflictOver");
        assertThat(task(key, "userTask_resolveConflict")).isNull();
    }

    private static JsonValue twoOffers() {
        return SpinValues.jsonValue(
                        "[{\"channel\": \"email\", \"offer\": \"20 %\"}, {\"channel\": \"ad\", \"offer\": \"30 %\"}]")
                .create();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userTask_writeBrief",
                "userTask_finaliseProduct",
                "product-ready",
                "userTask_writeMessages",
                "userTask_prepareHandoff",
                "userTask_acceptHandoff",
                "convergence",
            })
    void canBeCancelledWhereverItStands(String place) {
        startCampaign(key);
        walkTo(key, place);

        assertCancels();
    }

    @Test
    void canBeCancelledWhileItIsStalled() {
        startCampaign(key);
        walkTo(key, "product-ready");
        climb(key, 4);
        assertThat(task(key, "userTask_resolveStall")).isNotNull();

        assertCancels();
        assertThat(view().stalls()).isEmpty();
    }

    @Test
    void canBeCancelledWhileItWaitsForItsLaunch() {
        startCampaign(key);
        walkTo(key, "convergence");
        decide(key, "APPROVED");

        assertCancels();
    }

    @Test
    void canBeCancelledAfterItsLaunch() {
        startCampaign(key);
        launch();

        assertCancels();
    }

    @Test
    void cannotBeCancelledTwiceOrOnceItIsClosed() {
        startCampaign(key);
        workflow.campaignCancelled(key, RATIONALE, "sponsor");
        assertThatThrownBy(() -> workflow.campaignCancelled(key, RATIONALE, "sponsor"))
                .isInstanceOf(TooLateException.class);

        String closed = newKey();
        startCampaign(closed);
        walkTo(closed, "convergence");
        decide(closed, "APPROVED");
        fire(closed, "event_plannedLaunch");
        complete(closed, "userTask_holdPostMortem", Map.of());
        assertThatThrownBy(() -> workflow.campaignCancelled(closed, RATIONALE, "sponsor"))
                .isInstanceOf(TooLateException.class);
    }

    @Test
    void cannotBeCancelledWithoutAReasonOrWithoutBeing() {
        startCampaign(key);

        assertThatThrownBy(() -> workflow.campaignCancelled(key, " ", "sponsor"))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("cancellationRationale");
        assertThatThrownBy(() -> workflow.campaignCancelled("no-such-key", RATIONALE, "sponsor"))
                .isInstanceOf(NotFoundException.class);
        assertThat(view().state()).isEqualTo(CampaignState.PLANNING);
    }

    @Test
    void isCancelledWhereAGateStopsIt() {
        ProcessInstance campaign = startCampaign(key);
        walkTo(key, "product-ready");

        decide(key, "STOPPED");
        continueJobs(key);

        BpmnAwareTests.assertThat(campaign)
                .isEnded()
                .hasPassed("event_campaignStopped", "serviceTask_recordStop")
                .hasNotPassed("serviceTask_recordLaunch", "serviceTask_recordCancellation");
        assertThat(view().state()).isEqualTo(CampaignState.CANCELLED);
        assertThat(view().cancellationRationale()).contains("Product ready", "Comment on " + key);
    }

    @Test
    void letsTheCampaignManagerSeeToAStall() {
        ProcessInstance campaign = startCampaign(key);
        walkTo(key, "product-ready");
        climb(key, 4);

        complete(key, "userTask_resolveStall", Map.of("stallComment", "Talked to them"));

        assertThat(review(key)).isNotNull();
        assertThat(view().stalls()).hasSize(1);
        BpmnAwareTests.assertThat(campaign).hasPassed("event_stallSeenTo");
    }

    @Test
    void canStallAtOneGateAndAtAHandoffLater() {
        startCampaign(key);
        walkTo(key, "product-ready");
        climb(key, 4);
        decide(key, "APPROVED");
        walkTo(key, "userTask_acceptHandoff");
        climb(key, 4);

        assertThat(task(key, "userTask_resolveStall")).isNotNull();
        assertThat(view().stalls()).singleElement().satisfies(stall -> assertThat(stall.kind())
                .isEqualTo("droppedHandoff"));
    }

    @Test
    void takesItsKeyFromTheStartForm() {
        Map<String, Object> form = form();
        form.put("plannedLaunch", "2027-06-01T10:00+02:00");

        ProcessInstance campaign = engine.getRuntimeService().startProcessInstanceByKey("campaign", form);

        assertThat(instanceIds(key)).containsExactly(campaign.getId());
        assertThat(view().plannedLaunch()).isEqualTo("2027-06-01T08:00:00Z");
    }

    static Stream<Arguments> refusedForms() {
        return Stream.of(
                Arguments.of("campaignKey", "a key with blanks", "key"),
                Arguments.of("campaignKey", "k".repeat(101), "key"),
                Arguments.of("campaignName", "", "name"),
                Arguments.of("campaignName", "n".repeat(256), "name"),
                Arguments.of("campaignType", "party", "type"),
                Arguments.of("priority", "urgent", "priority"),
                Arguments.of("pattern", "chaotic", "pattern"),
                Arguments.of("plannedEnd", "soon", "plannedEnd"),
                Arguments.of("channelBudgets", "email: much", "channelBudgets"),
                Arguments.of("channelBudgets", "email 1\nemail 2", "channelBudgets"),
                Arguments.of("pattern", "", "pattern"),
                Arguments.of("plannedLaunch", "soon", "plannedLaunch"));
    }

    @Test
    void bringsAMissedMilestoneToTheCampaignManager() {
        startCampaign(key, Map.of("pattern", "parallel"));
        complete(key, "userTask_writeBrief", Map.of());
        Task milestone = tasks(key).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("userTask_reachMilestone"))
                .findFirst()
                .orElseThrow();

        climb(milestone, 4);

        assertThat(task(key, "userTask_resolveStall")).isNotNull();
    }

    @Test
    void bringsASilentSourceToTheCampaignManager() {
        startCampaign(
                key,
                Map.of(
                        "pattern",
                        "adaptive",
                        "sources",
                        SpinValues.jsonValue("[\"email\"]").create()));
        complete(key, "userTask_writeBrief", Map.of());
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
        settle(key);
        fire(key, "event_heartbeatOver");

        climb(task(key, "userTask_bringSourceBack"), 4);

        assertThat(task(key, "userTask_resolveStall")).isNotNull();
    }

    @Test
    void doesNotSwitchOffWhatAPatternStandsOn() {
        startCampaign(key, Map.of("pattern", "parallel"));

        assertThatThrownBy(() -> complete(key, "userTask_writeBrief", Map.of("sharedMilestones", false)))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("sharedMilestones"));
    }

    @ParameterizedTest
    @MethodSource("refusedForms")
    void refusesAStartFormThatIsWrong(String variable, String value, String field) {
        Map<String, Object> form = form();
        form.put(variable, value);

        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("campaign", form))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
        assertThat(reader.withKey(key)).isEmpty();
    }

    @Test
    void refusesAKeyThatIsInUse() {
        startCampaign(key);
        assertThatThrownBy(() -> startCampaign(key)).isInstanceOf(CampaignKeyTakenException.class);

        workflow.campaignCancelled(key, RATIONALE, "sponsor");
        assertThatThrownBy(() -> startCampaign(key)).isInstanceOf(CampaignKeyTakenException.class);
    }

    @ParameterizedTest
    @MethodSource("implausibleFigures")
    void refusesAnImplausibleFigure(String variable, Object value) {
        startCampaign(key);
        launch();

        assertThatThrownBy(() -> complete(key, "userTask_holdPostMortem", Map.of(variable, value)))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining(variable);
        assertThat(task(key, "userTask_holdPostMortem")).isNotNull();
    }

    static Stream<Arguments> implausibleFigures() {
        return Stream.of(
                Arguments.of("roi", -100.5),
                Arguments.of("roi", "a lot"),
                Arguments.of("teamSatisfaction", 0),
                Arguments.of("teamSatisfaction", 5.5));
    }

    private void assertCancels() {
        ProcessInstance campaign = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("campaign")
                .singleResult();

        workflow.campaignCancelled(key, RATIONALE, "sponsor");

        BpmnAwareTests.assertThat(campaign)
                .isEnded()
                .hasPassed("serviceTask_recordCancellation", "event_campaignCancelled")
                .hasNotPassed("serviceTask_recordStop");
        assertThat(view().state()).isEqualTo(CampaignState.CANCELLED);
        assertThat(view().cancellationRationale()).isEqualTo(RATIONALE);
        assertThat(instanceIds(key)).isEmpty();
        assertThat(tasks(key)).isEmpty();
    }

    private void launch() {
        walkTo(key, "convergence");
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
    }

    private CampaignView view() {
        return reader.withKey(key).orElseThrow();
    }

    private Map<String, Object> form() {
        return new HashMap<>(Map.of(
                "campaignKey", key,
                "campaignName", "From the form",
                "campaignType", "annual-event",
                "priority", "high",
                "pattern", "sequential"));
    }
}

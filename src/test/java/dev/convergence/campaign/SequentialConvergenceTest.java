package dev.convergence.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.ModelCoverage;
import dev.convergence.StillApplication;
import dev.convergence.campaign.request.CampaignState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SequentialConvergenceTest extends StillApplication {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("sequential-convergence");

    private static final String MILESTONE = "userTask_reachMilestone";

    @Autowired
    CampaignReader reader;

    private final String key = newKey();

    @Test
    void doesOneStageAfterTheOtherWithAGateBetweenEveryTwo() {
        startCampaign(key);

        assertOpen("userTask_writeBrief", null);
        next("userTask_finaliseProduct", "product");
        next("product-ready", "product");
        walkTo(key, "userTask_writeMessages");
        assertThat(tasks(key))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder("userTask_writeMessages", "userTask_makeCreative");
        assertThat(view().stage()).isEqualTo("assets");
        next("assets-ready", "assets");
        next("userTask_prepareHandoff", "sales-enablement");
        next("userTask_acceptHandoff", "sales-enablement");
        next("userTask_enableSales", "sales-enablement");
        next("sales-ready", "sales-enablement");
        next("userTask_alignLaunch", "alignment");
        next("convergence", "alignment");
        decide(key, "APPROVED");
        assertThat(tasks(key)).isEmpty();
        assertThat(view().stage()).isEqualTo("launch");
        fire(key, "event_plannedLaunch");

        assertOpen("userTask_holdPostMortem", null);
        BpmnAwareTests.assertThat(pattern())
                .isEnded()
                .hasPassed("event_plannedLaunch")
                .hasNotPassed(
                        "event_productStopped", "event_assetsStopped", "event_salesStopped", "event_launchStopped");
        assertThat(view().gates())
                .extracting(CampaignView.GateView::gate, CampaignView.GateView::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("product-ready", "APPROVED"),
                        org.assertj.core.groups.Tuple.tuple("assets-ready", "APPROVED"),
                        org.assertj.core.groups.Tuple.tuple("sales-ready", "APPROVED"),
                        org.assertj.core.groups.Tuple.tuple("convergence", "APPROVED"));
    }

    @Test
    void sharesMilestonesAndMeetsWhereTheBriefSwitchesThatOn() {
        startCampaign(key, Map.of("sharedMilestones", true, "weeklySync", true));
        walkTo(key, "assets-ready");
        assertThat(open(MILESTONE)).isEqualTo(2);
        assertThat(meetings()).isEqualTo(1);

        walkTo(key, "userTask_prepareHandoff");
        assertThat(open(MILESTONE)).as("drafts converged").isEqualTo(1);
        walkTo(key, "convergence");
        assertThat(open(MILESTONE)).as("final converged").isZero();
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
        assertOpen("userTask_holdPostMortem", null);
        assertThat(meetings()).as("no meeting after the launch").isZero();
    }

    private long meetings() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("sync")
                .count();
    }

    private long open(String taskKey) {
        return tasks(key).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(taskKey))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "product-ready, userTask_finaliseProduct",
        "assets-ready,  userTask_makeCreative",
        "sales-ready,   userTask_enableSales",
        "convergence,   userTask_alignLaunch",
    })
    void doesWorkAgainThatIsSentBackAndKeepsTheRounds(String gate, String work) {
        startCampaign(key);
        walkTo(key, gate);

        decide(key, "SENT_BACK");
        assertThat(task(key, work)).isNotNull();
        assertThat(review(key)).isNull();

        walkTo(key, gate);
        assertThat(gate(gate).rounds()).isEqualTo(2);
        assertThat(gate(gate).outcome()).isNull();
        decide(key, "APPROVED_WITH_CONDITIONS");
        assertThat(gate(gate).rounds()).isEqualTo(2);
        assertThat(gate(gate).outcome()).isEqualTo("APPROVED_WITH_CONDITIONS");
        assertThat(gate(gate).conditions()).isEqualTo("Conditions");
        assertThat(task(key, work)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "product-ready, Product ready, event_productStopped",
        "assets-ready,  Assets ready,  event_assetsStopped",
        "sales-ready,   Sales ready,   event_salesStopped",
        "convergence,   Convergence,   event_launchStopped",
    })
    void endsTheCampaignThatIsStopped(String gate, String name, String end) {
        ProcessInstance campaign = startCampaign(key);
        walkTo(key, gate);
        HistoricProcessInstance pattern = patternInHistory();

        String reviewer = candidates(review(key)).iterator().next();
        as(reviewer, () -> decide(key, "STOPPED"));
        continueJobs(key);

        BpmnAwareTests.assertThat(campaign)
                .isEnded()
                .hasPassed("event_campaignStopped", "serviceTask_recordStop")
                .hasNotPassed("serviceTask_recordLaunch", "userTask_holdPostMortem");
        assertThat(passed(pattern, end)).isTrue();
        assertThat(view().state()).isEqualTo(CampaignState.CANCELLED);
        assertThat(view().cancellationRationale()).isEqualTo(name + ": Comment on " + key);
        assertThat(gate(gate).decidedBy()).isEqualTo(reviewer);
    }

    @Test
    void doesNotBeginTheNextStageBeforeTheGateIsPassed() {
        startCampaign(key);
        walkTo(key, "product-ready");

        BpmnAwareTests.assertThat(pattern()).hasNotPassed("gateway_makeAssets", "userTask_writeMessages");
        assertThat(task(key, "userTask_writeMessages")).isNull();
        assertThat(task(key, "userTask_makeCreative")).isNull();

        decide(key, "WAIVED");
        assertThat(task(key, "userTask_writeMessages")).isNotNull();
        assertThat(task(key, "userTask_makeCreative")).isNotNull();
    }

    @Test
    void waitsForBothAssets() {
        startCampaign(key);
        walkTo(key, "userTask_writeMessages");

        complete(key, "userTask_writeMessages", Map.of("writeMessagesResult", "Said"));
        continueJobs(key);
        assertThat(review(key)).isNull();

        complete(key, "userTask_makeCreative", Map.of("makeCreativeResult", "Drawn"));
        continueJobs(key);
        assertThat(review(key)).isNotNull();
    }

    /** Launch cannot happen while a required handoff is unaccepted. */
    @Test
    void doesNotLaunchWhileAHandoffIsUnaccepted() {
        ProcessInstance campaign = startCampaign(key, Map.of("plannedLaunch", "2027-03-02T08:00:00Z"));
        walkTo(key, "userTask_acceptHandoff");

        climb(key, 4);
        moveTo(Instant.parse("2027-06-01T08:00:00Z"));

        assertThat(timers(key)).isEmpty();
        BpmnAwareTests.assertThat(pattern()).hasNotPassed("event_plannedLaunch", "userTask_enableSales");
        BpmnAwareTests.assertThat(campaign).hasNotPassed("serviceTask_recordLaunch");
        assertThat(view().state()).isEqualTo(CampaignState.CONVERGING);

        walkTo(key, "convergence");
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
        assertThat(view().state()).isEqualTo(CampaignState.LAUNCHED);
    }

    @Test
    void launchesAtItsPlannedTimeAndNotBefore() {
        startCampaign(key, Map.of("plannedLaunch", "2027-04-01T12:30:00Z"));
        walkTo(key, "convergence");

        decide(key, "APPROVED");

        assertThat(timers(key)).isEqualTo(Map.of("event_plannedLaunch", Instant.parse("2027-04-01T12:30:00Z")));
        assertThat(view().state()).isEqualTo(CampaignState.CONVERGING);
        fire(key, "event_plannedLaunch");
        assertThat(view().launchedAt()).isEqualTo("2027-04-01T12:30:00Z");
    }

    @Test
    void isDueAsThePlanSays() {
        startCampaign(key, Map.of("plan", plan()));

        assertThat(due("userTask_writeBrief")).isEqualTo("2027-03-03T17:00:00Z");
        walkTo(key, "userTask_finaliseProduct");
        assertThat(due("userTask_finaliseProduct")).isEqualTo("2027-03-05T17:00:00Z");
        walkTo(key, "product-ready");
        assertThat(review(key).getDueDate()).isEqualTo("2027-03-08T17:00:00Z");
        walkTo(key, "userTask_writeMessages");
        assertThat(task(key, "userTask_writeMessages").getDueDate()).isNull();
    }

    private Instant due(String taskKey) {
        return task(key, taskKey).getDueDate().toInstant();
    }

    private void next(String place, String stage) {
        walkTo(key, place);
        assertOpen(place, stage);
    }

    private void assertOpen(String place, String stage) {
        assertThat(tasks(key).stream()
                        .filter(task -> !task.getTaskDefinitionKey().equals("userTask_giveAdvice")))
                .singleElement()
                .satisfies(
                        task -> assertThat(List.of(task.getTaskDefinitionKey(), String.valueOf(local(task, "gateId"))))
                                .contains(place));
        assertThat(view().stage()).isEqualTo(stage);
    }

    private CampaignView view() {
        return reader.withKey(key).orElseThrow();
    }

    private CampaignView.GateView gate(String gate) {
        return view().gates().stream()
                .filter(one -> one.gate().equals(gate))
                .findFirst()
                .orElseThrow();
    }

    private ProcessInstance pattern() {
        HistoricProcessInstance pattern = patternInHistory();
        return new EndedOrRunning(pattern);
    }

    private HistoricProcessInstance patternInHistory() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("sequential-convergence")
                .singleResult();
    }

    private boolean passed(HistoricProcessInstance instance, String activity) {
        return engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityId(activity)
                        .count()
                > 0;
    }

    private static Object plan() {
        return SpinValues.jsonValue(
                        """
                        [{"id": "brief", "due": "2027-03-03"},
                         {"id": "product", "group": "product", "due": "2027-03-05"},
                         {"id": "product-ready", "group": "product", "due": "2027-03-08"}]""")
                .create();
    }

    /** An instance to make assertions about, whether it runs or has ended. */
    private record EndedOrRunning(HistoricProcessInstance instance) implements ProcessInstance {

        @Override
        public String getId() {
            return instance.getId();
        }

        @Override
        public String getProcessInstanceId() {
            return instance.getId();
        }

        @Override
        public String getProcessDefinitionId() {
            return instance.getProcessDefinitionId();
        }

        @Override
        public String getProcessDefinitionKey() {
            return instance.getProcessDefinitionKey();
        }

        @Override
        public String getBusinessKey() {
            return instance.getBusinessKey();
        }

        @Override
        public String getRootProcessInstanceId() {
            return instance.getRootProcessInstanceId();
        }

        @Override
        public String getCaseInstanceId() {
            return null;
        }

        @Override
        public String getTenantId() {
            return null;
        }

        @Override
        public boolean isEnded() {
            return instance.getEndTime() != null;
        }

        @Override
        public boolean isSuspended() {
            return false;
        }
    }
}

package dev.convergence.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convergence.ModelCoverage;
import dev.convergence.StillApplication;
import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.FiredRule;
import dev.convergence.adaptive.action.ledger.LedgerReader;
import dev.convergence.campaign.CampaignWorkflow;
import dev.convergence.campaign.planning.PlanningService;
import dev.convergence.notification.delivery.TargetBulkhead;
import dev.convergence.problem.TooLateException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class AdaptiveConvergenceTest extends StillApplication {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("adaptive-convergence", "reading-follow-up");

    private final String key = newKey();

    @Autowired
    private AdaptiveCampaignRepository adaptive;

    @Autowired
    private CampaignSignalPublisher campaignSignalPublisher;

    @Autowired
    private LedgerReader ledgerReader;

    @Autowired
    private PlanningService planning;

    @Autowired
    private CampaignWorkflow workflow;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TargetBulkhead targetBulkhead;

    @Test
    void launchesByALightGateAndRunsUntilItsEnd() {
        begin(Map.of("plannedEnd", "2027-04-30T16:00:00Z"));
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));
        decide(key, "SENT_BACK");
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned again"));
        assertThat(review(key).getDueDate())
                .as("four working hours")
                .isBefore(java.util.Date.from(now().plus(Duration.ofHours(5))));
        decide(key, "APPROVED");
        assertThat(adaptive.find(key)).isEmpty();
        ProcessInstance pattern = pattern();
        fire(key, "event_plannedLaunch");
        Instant launched = now();
        settle(key);

        assertThat(adaptive.find(key)).hasValueSatisfying(live -> {
            assertThat(live.isLive()).isTrue();
            assertThat(live.automatic()).isTrue();
            assertThat(live.instanceId()).isEqualTo(pattern.getId());
            assertThat(live.liveFrom()).isEqualTo(launched);
            assertThat(live.liveUntil()).isEqualTo("2027-04-30T16:00:00Z");
        });
        assertThat(syncs()).containsExactlyInAnyOrder("stand-up", "retrospective");
        assertThat(tasks(key)).as("nobody is asked").isEmpty();

        fire(key, "event_endReached");
        settle(key);

        assertThat(tasks(key)).extracting(Task::getTaskDefinitionKey).containsExactly("userTask_holdPostMortem");
        assertThat(adaptive.find(key))
                .hasValueSatisfying(live -> assertThat(live.isLive()).isFalse());
        assertThat(launchedAt()).isEqualTo(launched.toString());
        BpmnAwareTests.assertThat(pattern)
                .isEnded()
                .hasPassed("event_plannedLaunch", "event_endReached")
                .hasNotPassed("event_launchStopped", "event_ruleFired");
    }

    @Test
    void opensItsBudgetsLaterWhereThePlatformIsBusy() {
        String lane = "platform ad platform";
        begin(Map.of("plannedEnd", "2027-04-30T16:00:00Z"));
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
        targetBulkhead.pass(lane, () -> targetBulkhead.pass(lane, this::settled, busy -> false), busy -> false);

        assertThat(incidents(key)).isEmpty();
        fire(key, "event_platformTriedAgain");
        settle(key);

        assertThat(timers(key)).doesNotContainKey("event_platformTriedAgain").containsKey("event_endReached");
        BpmnAwareTests.assertThat(pattern()).hasPassed("event_platformTriedAgain", "event_platformsOpen");
    }

    private boolean settled() {
        settle(key);
        return true;
    }

    @Test
    void stopsAtTheLightGate() {
        begin(Map.of());
        ProcessInstance pattern = pattern();
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));
        decide(key, "STOPPED");
        settle(key);

        assertThat(tasks(key)).isEmpty();
        assertThat(adaptive.find(key)).isEmpty();
        BpmnAwareTests.assertThat(pattern).isEnded().hasPassed("event_launchStopped");
    }

    @Test
    void runsForALivePeriodWhereNobodyPlannedItsEnd() {
        live(Map.of("campaignType", "annual-event"));

        assertThat(timers(key)).containsEntry("event_endReached", now().plus(Duration.ofDays(14)));
    }

    @Test
    void hasTheBudgetsOfItsRequestAndWatchesTheSourcesOfItsChannels() {
        live(Map.of(
                "budget",
                SpinValues.jsonValue("{\"email\": 1000, \"social\": 250.5, \"billboard\": 10}")
                        .create()));

        assertThat(jdbc.sql("select channel from cc_budget where campaign_key = ? order by channel")
                        .param(key)
                        .query(String.class)
                        .list())
                .containsExactly("billboard", "email", "social");
        assertThat(watched()).as("nobody delivers readings of billboards").containsExactlyInAnyOrder("email", "social");
    }

    @Test
    void watchesTheSourcesThatWereNamed() {
        live(Map.of("sources", SpinValues.jsonValue("[\"shop\"]").create()));

        assertThat(watched()).containsExactly("shop");
    }

    @Test
    void movesItsEndWithThePlanAlsoWhenItIsLive() {
        live(Map.of("plannedEnd", "2027-04-28T16:00:00Z"));

        planning.dateMoved(key, "live", LocalDate.parse("2027-05-05"), "It goes well", "campaign-manager");

        assertThat(timers(key)).containsEntry("event_endReached", Instant.parse("2027-05-05T16:00:00Z"));
        assertThat(adaptive.find(key).orElseThrow().liveUntil()).isEqualTo("2027-05-05T16:00:00Z");
        assertThatThrownBy(() ->
                        planning.dateMoved(key, "launch", LocalDate.parse("2027-05-05"), "Again", "campaign-manager"))
                .isInstanceOf(TooLateException.class);
    }

    @Test
    void takesNoMoreReadingsWhereItIsCancelled() {
        live(Map.of());

        workflow.campaignCancelled(key, "The partner is gone", "campaign-manager");

        assertThat(adaptive.find(key))
                .hasValueSatisfying(live -> assertThat(live.isLive()).isFalse());
        assertThat(instanceIds(key)).isEmpty();
    }

    @Test
    void takesNoMoreReadingsWhereSomebodyDeletesIt() {
        live(Map.of());

        engine.getRuntimeService().deleteProcessInstance(pattern().getRootProcessInstanceId(), "By hand");

        assertThat(adaptive.find(key))
                .hasValueSatisfying(live -> assertThat(live.isLive()).isFalse());
    }

    @Test
    void tellsThatItsEndHadPassedWhenItWentLive() {
        live(Map.of("plannedEnd", "2027-03-01T08:00:01Z", "campaignType", "annual-event"));

        assertThat(timers(key)).containsEntry("event_endReached", now().plus(Duration.ofDays(14)));
        assertThat(jdbc.sql("select text from cc_notice where campaign_key = ? and about = 'live'")
                        .param(key)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("It went live after its planned end (1 Mar 2027 09:00 CET), and is live until 1");
    }

    @Test
    void beginsAPartForWhatReadingsHaveSetOff() {
        live(Map.of());
        ProcessInstance pattern = pattern();

        tell(AdaptiveProcess.DATA_DOUBTED, "email");
        settle(key);
        complete(key, "userTask_checkSource", Map.of("checkAnswer", "IGNORED"));
        settle(key);

        BpmnAwareTests.assertThat(pattern).hasPassed("event_dataDoubted", "event_sourceChecked");
    }

    @Test
    void takesTheActionOfARuleThatFired() {
        live(Map.of(
                "budget",
                SpinValues.jsonValue("{\"email\": 1000, \"social\": 500}").create()));
        ProcessInstance pattern = pattern();

        String action = transaction.execute(status -> {
            adaptive.lock(key);
            String id = ledgerReader.open(trigger());
            campaignSignalPublisher.tell(key, AdaptiveProcess.RULE_FIRED, id);
            return id;
        });
        settle(key);

        assertThat(jdbc.sql("select state from cc_action where id = ?")
                        .param(action)
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
        BpmnAwareTests.assertThat(pattern).hasPassed("event_ruleFired", "event_adapted");
    }

    @Test
    void watchesASourceNoMoreThatWasRetired() {
        live(Map.of("sources", SpinValues.jsonValue("[\"shop\"]").create()));
        ProcessInstance pattern = pattern();

        fire(key, "event_heartbeatOver");
        complete(
                key,
                "userTask_bringSourceBack",
                Map.of("sourceAnswer", "RETIRED", "sourceComment", "The contract has ended."));

        assertThat(watched()).isEmpty();
        BpmnAwareTests.assertThat(pattern).hasPassed("event_sourceRetired");
    }

    @Test
    void tellsNothingToACampaignThatIsOver() {
        live(Map.of());
        tell(AdaptiveProcess.DATA_DOUBTED, "email");
        fire(key, "event_endReached");

        settle(key);

        assertThat(tasks(key)).extracting(Task::getTaskDefinitionKey).containsExactly("userTask_holdPostMortem");
    }

    @Test
    void tellsACampaignThatWasSuspendedOnceItGoesOn() {
        live(Map.of());
        String pattern = pattern().getId();
        engine.getRuntimeService().suspendProcessInstanceById(pattern);
        tell(AdaptiveProcess.DATA_DOUBTED, "email");

        Job word = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instances("reading-follow-up").get(0).getId())
                .singleResult();
        assertThatThrownBy(() -> engine.getManagementService().executeJob(word.getId()))
                .hasMessageContaining("does not listen to dataDoubted");

        engine.getRuntimeService().activateProcessInstanceById(pattern);
        settle(key);
        assertThat(tasks(key)).extracting(Task::getTaskDefinitionKey).containsExactly("userTask_checkSource");
    }

    @Test
    void keepsNothingOfAFollowUpWhoseReadingsAreUndone() {
        live(Map.of());

        transaction.executeWithoutResult(status -> {
            campaignSignalPublisher.tell(key, AdaptiveProcess.DATA_DOUBTED, "email");
            status.setRollbackOnly();
        });

        assertThat(instances("reading-follow-up")).isEmpty();
    }

    private FiredRule trigger() {
        return new FiredRule(
                key,
                "email-open-rate-budget",
                "email:1",
                ActionKind.BUDGET,
                "email",
                "social",
                BigDecimal.TEN,
                "",
                "Too few open it",
                List.of(new FiredRule.Evidence("1", "email", "open-rate", "email", new BigDecimal("0.1"), now())));
    }

    private void tell(String message, String subject) {
        transaction.executeWithoutResult(status -> campaignSignalPublisher.tell(key, message, subject));
    }

    private void begin(Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(Map.of("pattern", "adaptive"));
        all.putAll(variables);
        startCampaign(key, all);
        complete(key, "userTask_writeBrief", Map.of());
    }

    private void live(Map<String, Object> variables) {
        begin(variables);
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
        settle(key);
    }

    private ProcessInstance pattern() {
        return instances("adaptive-convergence").get(0);
    }

    private List<ProcessInstance> instances(String process) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey(process)
                .list();
    }

    private List<Object> syncs() {
        return instances("sync").stream()
                .map(sync -> engine.getRuntimeService().getVariable(sync.getId(), "syncKind"))
                .toList();
    }

    private List<Object> watched() {
        return instances("source-watch").stream()
                .map(watch -> engine.getRuntimeService().getVariable(watch.getId(), "sourceId"))
                .toList();
    }

    private String launchedAt() {
        List<HistoricVariableInstance> launches =
                engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("launchedAt")
                        .list()
                        .stream()
                        .filter(variable -> engine.getHistoryService()
                                        .createHistoricProcessInstanceQuery()
                                        .processInstanceId(variable.getProcessInstanceId())
                                        .processInstanceBusinessKey(key)
                                        .count()
                                > 0)
                        .toList();
        assertThat(launches).hasSize(1);
        return (String) launches.get(0).getValue();
    }
}

package dev.convergence.adaptive.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doCallRealMethod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.action.dispatch.OpeningBudgetDispatcher;
import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.BudgetRepository;
import dev.convergence.adaptive.action.ledger.FiredRule;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerReader;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.adaptive.action.limit.BoundsPolicy;
import dev.convergence.adaptive.platform.AdPlatform;
import dev.convergence.adaptive.platform.PlatformFailedException;
import dev.convergence.notification.delivery.TargetBulkhead;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;

/** A live campaign whose rules ask for actions, in the words of a test. */
abstract class ActingCampaign extends SurfaceTest {

    static final String APPROVE = AdaptationProcess.APPROVE_ACTION;
    static final String MAKE_VARIANTS = AdaptationProcess.MAKE_VARIANTS;
    static final String SETTLE = AdaptationProcess.SETTLE_REFUSAL;
    static final String EMAIL = "email";
    static final String SOCIAL = "social";
    static final String SPONSOR = "sponsor";

    private static final AtomicInteger CAUSES = new AtomicInteger();

    @Autowired
    AdaptiveCampaignRepository campaigns;

    @Autowired
    LedgerReader ledgerReader;

    @Autowired
    LedgerRepository entries;

    @Autowired
    BudgetRepository budgets;

    @Autowired
    BoundsPolicy policy;

    @Autowired
    OpeningBudgetDispatcher opening;

    @Autowired
    TransactionTemplate transaction;

    @MockitoSpyBean
    AdPlatform ads;

    @Autowired
    TargetBulkhead targetBulkhead;

    String key;
    private String deployment;

    @BeforeEach
    void goLive() {
        key = newKey();
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("action-caller.bpmn", CALLER)
                .deploy()
                .getId();
        live(key);
    }

    @AfterEach
    void forgetTheCaller() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    /** 6000.00 for email, 3000.00 for social, at the shipped bounds: 30 % at once, 50 % a day, 40 % stay. */
    void live(String key) {
        ProcessInstance caller = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "action-caller",
                        key,
                        Map.of(
                                "campaignName",
                                "Name of " + key,
                                "campaignType",
                                "product-launch",
                                "priority",
                                "normal",
                                "pattern",
                                "adaptive"));
        transaction.executeWithoutResult(committed -> {
            campaigns.begin(new AdaptiveCampaign(
                    key,
                    caller.getId(),
                    "product-launch",
                    "normal",
                    now(),
                    now().plus(Duration.ofDays(30)),
                    null,
                    true,
                    policy.initial("product-launch", "normal")));
            budgets.begin(key, Map.of(EMAIL, new BigDecimal("6000"), SOCIAL, new BigDecimal("3000")));
        });
        opening.open(key);
    }

    /** A rule asks for so many percent of the budget of email for social; nobody has weighed it yet. */
    String asksToMove(String percent) {
        return asks(ActionKind.BUDGET, EMAIL, SOCIAL, new BigDecimal(percent), "");
    }

    String asks(ActionKind kind, String detail) {
        return asks(kind, EMAIL, null, null, detail);
    }

    String asks(ActionKind kind, String from, String to, BigDecimal percent, String detail) {
        return open(new FiredRule(
                key,
                "email-open-rate-low",
                "email:r-" + CAUSES.incrementAndGet(),
                kind,
                from,
                to,
                percent,
                detail,
                "Hardly anybody opens it.",
                List.of(new FiredRule.Evidence(
                        "r-1", "email", "open-rate", EMAIL, new BigDecimal("0.08"), now().minusSeconds(60)))));
    }

    private String open(FiredRule firedRule) {
        tick();
        String id = transaction.execute(committed -> {
            campaigns.lock(firedRule.campaign());
            return ledgerReader.open(firedRule);
        });
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        AdaptationProcess.KEY,
                        key,
                        Map.of("actionId", id, "campaignName", "Name of " + key, "pattern", "adaptive"));
        return id;
    }

    /** The same, weighed, and told where it is inside the bounds. */
    String moves(String percent) {
        String id = asksToMove(percent);
        settle(key);
        return id;
    }

    /** While others are at the ad platform, as many as may be. */
    void whileThePlatformIsBusy(Runnable work) {
        String lane = "platform ad platform";
        targetBulkhead.pass(
                lane,
                () -> targetBulkhead.pass(
                        lane,
                        () -> {
                            work.run();
                            return true;
                        },
                        busy -> false),
                busy -> false);
    }

    LedgerEntry action(String id) {
        return entries.find(id).orElseThrow();
    }

    void assertState(String id, ActionState state) {
        assertThat(action(id).state()).as(id).isEqualTo(state);
    }

    void answer(String approved, String comment) {
        tick();
        String task = task(key, APPROVE).getId();
        as(CAMPAIGN_MANAGER, () -> {
            engine.getTaskService().claim(task, CAMPAIGN_MANAGER);
            engine.getTaskService().complete(task, Map.of("actionApproved", approved, "actionComment", comment));
        });
        settle(key);
    }

    /** Until a test says otherwise, the ad platform says no, for good. */
    void adPlatformRefuses() {
        adPlatformFails(new PlatformFailedException("ad platform", "answered 422", true));
    }

    /** The ad platform cannot be reached. */
    void adPlatformIsDown() {
        adPlatformFails(new PlatformFailedException("ad platform", "Connect timed out", false));
    }

    private void adPlatformFails(PlatformFailedException failure) {
        doAnswer(move -> {
                    assertThat(move.<BooleanSupplier>getArgument(1).getAsBoolean())
                            .isTrue();
                    throw failure;
                })
                .when(ads)
                .move(any(), any());
    }

    /** The ad platform takes a move, and nobody hears of it. */
    void adPlatformTakesAndIsNotHeard() {
        doAnswer(move -> {
                    move.callRealMethod();
                    throw new PlatformFailedException("ad platform", "Read timed out", false);
                })
                .when(ads)
                .move(any(), any());
    }

    void adPlatformIsThereAgain() {
        doCallRealMethod().when(ads).move(any(), any());
    }

    void switchTo(boolean automatic) {
        tick();
        json(put(CAMPAIGN_MANAGER, path("/automation"), "{\"automatic\": " + automatic + ", \"reason\": \"So\"}"), 200);
    }

    HttpResponse<String> reverse(String user, String id) {
        tick();
        return post(user, path("/actions/" + id + "/reversal"), "{\"reason\": \"It did not help\"}");
    }

    String path(String part) {
        return "/api/campaigns/" + key + part;
    }

    JsonNode platform() {
        return json(get("legal", "/api/platform/" + key), 200);
    }

    /** What the books say; the whole stays what it was. */
    void assertBudgets(String email, String social) {
        Map<String, BigDecimal> now = budgets.of(key);
        assertThat(now).containsEntry(EMAIL, new BigDecimal(email)).containsEntry(SOCIAL, new BigDecimal(social));
        assertThat(now.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("9000");
    }

    /** What the platform has been told. */
    void assertPlatform(String email, String social) {
        assertThat(platform().at("/budgets/email").decimalValue()).isEqualByComparingTo(email);
        assertThat(platform().at("/budgets/social").decimalValue()).isEqualByComparingTo(social);
    }

    /** Nothing of an action goes on. */
    void assertNothingRuns() {
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .processDefinitionKey(AdaptationProcess.KEY)
                        .count())
                .isZero();
    }

    private static final String CALLER =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_action_caller" targetNamespace="https://convergence.dev/bpmn">
              <bpmn:process id="action-caller" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="event_started" />
                <bpmn:sequenceFlow id="flow_begin" sourceRef="event_started" targetRef="userTask_run" />
                <bpmn:userTask id="userTask_run" camunda:candidateGroups="marketing" />
                <bpmn:sequenceFlow id="flow_done" sourceRef="userTask_run" targetRef="event_done" />
                <bpmn:endEvent id="event_done" />
                <bpmn:subProcess id="subProcess_adaptation" triggeredByEvent="true">
                  <bpmn:startEvent id="event_ruleFired" isInterrupting="false">
                    <bpmn:messageEventDefinition id="message_catchRuleFired" messageRef="message_ruleFired" />
                  </bpmn:startEvent>
                  <bpmn:sequenceFlow id="flow_toAdapt" sourceRef="event_ruleFired" targetRef="callActivity_adapt" />
                  <bpmn:callActivity id="callActivity_adapt" calledElement="adaptation">
                    <bpmn:extensionElements>
                      <camunda:in businessKey="#{execution.processBusinessKey}" />
                      <camunda:in source="actionId" target="actionId" />
                    </bpmn:extensionElements>
                  </bpmn:callActivity>
                </bpmn:subProcess>
              </bpmn:process>
              <bpmn:message id="message_ruleFired" name="ruleFired" />
            </bpmn:definitions>""";
}

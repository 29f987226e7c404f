package dev.convergence.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.ModelCoverage;
import dev.convergence.StillApplication;
import dev.convergence.engine.variable.RefusalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class RuleProposalTest extends StillApplication {

    private static final String DUE = "event_syncDue";
    private static final String HOLD = "userTask_holdSync";
    private static final String WEIGH = "userTask_weighProposal";
    private static final String ADOPTED = "event_changeAdopted";
    private static final String DECLINED = "event_changeDeclined";
    private static final Map<String, Object> RECORD =
            Map.of("syncNotes", "Gates take too long", "syncMinutes", 50, "syncAttendants", 6);
    private static final Map<String, Object> PROPOSAL = Map.of(
            "proposalDecision", "gate-policy",
            "proposalWhat", "One day for the first gate",
            "proposalWhy", "It was decided within hours each time");

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("rule-proposal");

    @Autowired
    ProposalRepository proposals;

    @Autowired
    ObjectMapper mapper;

    private final String key = newKey();
    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void removeModels() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    @Test
    void beginsWithARetrospective() throws IOException {
        propose();

        Task task = task(key, WEIGH);
        assertThat(task.getName()).isEqualTo("Weigh the proposal: gate-policy");
        assertThat(candidates(task)).containsExactly("process-owners");
        assertThat(told(key)).endsWith("proposal process-owners");
        assertThat(notices(key).get(0).text())
                .isEqualTo("A change of gate-policy is proposed in campaign “Name of %s” (%s) by campaign-manager: %s"
                        .formatted(key, key, "One day for the first gate"));
        ProposalView open = proposals.of(key).get(0);
        assertThat(open.state()).isEqualTo(ProposalView.State.OPEN);
        assertThat(open.by()).isEqualTo("campaign-manager");
        assertThat(open.meeting()).isEqualTo("Retrospective: 5 Mar 2027");
        assertThat(open.weighedBy()).isNull();
        assertThat(shown(task))
                .containsSequence("gate-policy", "One day for the first gate", "It was decided within hours each time")
                .contains("campaign-manager", "Retrospective: 5 Mar 2027");
    }

    @Test
    void isAdoptedOnceANewerVersionIsDeployed() throws IOException {
        propose();
        deployed.add(deploy("bpmn/decisions/gate-policy.dmn"));
        ProcessInstance proposal = proposal();

        as("process-owner", () -> weigh(Map.of("proposalOutcome", "ADOPTED", "proposalComment", "Good idea")));

        BpmnAwareTests.assertThat(proposal).isEnded().hasPassed(ADOPTED).hasNotPassed(DECLINED);
        ProposalView adopted = proposals.of(key).get(0);
        assertThat(adopted.state()).isEqualTo(ProposalView.State.ADOPTED);
        assertThat(adopted.version()).matches("gate-policy version [2-9]\\d*");
        assertThat(adopted.comment()).isEqualTo("Good idea");
        assertThat(adopted.weighedAt()).isAfter(adopted.at());
        assertThat(told(key)).endsWith("proposal campaign-managers");
        assertThat(notices(key).get(0).text())
                .isEqualTo("The proposed change of gate-policy is adopted with %s: Good idea", adopted.version());
    }

    @Test
    void isNotAdoptedBefore() {
        propose();

        assertThatThrownBy(() -> weigh(Map.of("proposalOutcome", "ADOPTED")))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("proposalOutcome"))
                .satisfies(refusal -> assertThat(refusal)
                        .hasMessageContaining("no newer version of gate-policy is deployed since 5 Mar 2027 15:00"));

        assertThat(task(key, WEIGH)).isNotNull();
        assertThat(proposals.of(key).get(0).state()).isEqualTo(ProposalView.State.OPEN);
    }

    @Test
    void isNotAdoptedForSomethingElseThatIsNewer() throws IOException {
        propose();
        deployed.add(deploy("bpmn/decisions/sync-cadence.dmn"));

        assertThatThrownBy(() -> weigh(Map.of("proposalOutcome", "ADOPTED")))
                .hasMessageContaining("no newer version of gate-policy");
    }

    @Test
    void isAboutAModelWhereAnyIsNewer() throws IOException {
        propose(Map.of("proposalDecision", "model"));
        assertThatThrownBy(() -> weigh(Map.of("proposalOutcome", "ADOPTED")))
                .hasMessageContaining("no newer version of a model");
        deployed.add(deploy("bpmn/message-delivery.bpmn"));

        weigh(Map.of("proposalOutcome", "ADOPTED"));

        assertThat(proposals.of(key).get(0).version()).startsWith("message-delivery version ");
    }

    @Test
    void isDeclinedWithAReason() {
        propose();
        ProcessInstance proposal = proposal();
        assertThatThrownBy(() -> weigh(Map.of("proposalOutcome", "DECLINED")))
                .hasMessageContaining("proposalComment is required");

        weigh(Map.of("proposalOutcome", "DECLINED", "proposalComment", "The gate is not the cause"));

        BpmnAwareTests.assertThat(proposal).isEnded().hasPassed(DECLINED).hasNotPassed(ADOPTED);
        assertThat(proposals.of(key).get(0).state()).isEqualTo(ProposalView.State.DECLINED);
        assertThat(proposals.of(key).get(0).version()).isNull();
        assertThat(notices(key).get(0).text())
                .isEqualTo("The proposed change of gate-policy is declined: The gate is not the cause");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MAYBE", "adopted"})
    void asksForOneOfTwoAnswers(String outcome) {
        propose();

        assertThatThrownBy(() -> weigh(Map.of("proposalOutcome", outcome)))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("proposalOutcome"));
    }

    @Test
    void isNotWeighedByWhoeverProposedIt() {
        propose();

        assertThatThrownBy(() -> as(
                        "campaign-manager", () -> weigh(Map.of("proposalOutcome", "DECLINED", "proposalComment", "x"))))
                .isInstanceOf(AuthorizationException.class);

        assertThat(task(key, WEIGH)).isNotNull();
    }

    @Test
    void outlivesTheMeetingsOfTheCampaign() {
        ProcessInstance rhythm = propose();

        engine.getRuntimeService().deleteProcessInstance(rhythm.getId(), "the campaign is over");

        assertThat(task(key, WEIGH)).isNotNull();
    }

    @Test
    void leavesNothingToTheNextMeeting() {
        ProcessInstance rhythm = propose();

        assertThat(engine.getRuntimeService().getVariables(rhythm.getId()))
                .doesNotContainKeys(PROPOSAL.keySet().toArray(String[]::new));
    }

    @Test
    void isNotMadeWhereNothingIsToChange() {
        start("retrospective");
        sendHandoff(key);
        fire(key, DUE);
        Map<String, Object> record = new HashMap<>(RECORD);
        record.put("proposalDecision", null);
        record.put("proposalWhat", "");
        record.put("proposalWhy", " ");

        complete(key, HOLD, record);

        assertThat(proposals.of(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "proposalDecision, , proposalDecision is required",
        "proposalDecision, chat, must be one of adaptation-rules",
        "proposalWhat, , proposalWhat is required",
        "proposalWhy, , proposalWhy is required",
    })
    void isMadeInFullOrNotAtAll(String field, String value, String reason) {
        start("retrospective");
        sendHandoff(key);
        fire(key, DUE);
        Map<String, Object> record = record(Map.of());
        record.put(field, value);

        assertThatThrownBy(() -> complete(key, HOLD, record))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field))
                .satisfies(refusal -> assertThat(refusal).hasMessageContaining(reason));
        assertThat(proposals.of(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stand-up", "weekly-sync", "gate-review"})
    void isMadeInNoOtherMeeting(String kind) {
        start(kind);
        sendHandoff(key);
        fire(key, DUE);

        assertThatThrownBy(() -> complete(key, HOLD, record(Map.of())))
                .hasMessageContaining("asked of a retrospective alone");
    }

    private ProcessInstance propose() {
        return propose(Map.of());
    }

    private ProcessInstance propose(Map<String, Object> other) {
        ProcessInstance rhythm = start("retrospective");
        sendHandoff(key);
        fire(key, DUE);
        as("campaign-manager", () -> complete(key, HOLD, record(other)));
        return rhythm;
    }

    private static Map<String, Object> record(Map<String, Object> other) {
        Map<String, Object> record = new HashMap<>(RECORD);
        record.putAll(PROPOSAL);
        record.putAll(other);
        return record;
    }

    private ProcessInstance start(String kind) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("sync", key, Map.of("syncKind", kind, "campaignName", "Name of " + key));
    }

    private ProcessInstance proposal() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("rule-proposal")
                .processInstanceBusinessKey(key)
                .singleResult();
    }

    private void weigh(Map<String, Object> answer) {
        complete(key, WEIGH, answer);
    }

    private String deploy(String file) throws IOException {
        tick();
        Path path = Path.of(file);
        return engine.getRepositoryService()
                .createDeployment()
                .addString(path.getFileName().toString(), Files.readString(path))
                .deploy()
                .getId();
    }

    private List<String> shown(Task task) throws IOException {
        JsonNode dossier = mapper.readTree(engine.getFormService()
                .getTaskFormVariables(task.getId())
                .get("dossier")
                .toString());
        return dossier.path("proposal").findValuesAsText("text");
    }
}

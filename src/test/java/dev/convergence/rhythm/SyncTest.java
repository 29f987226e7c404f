package dev.convergence.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.ModelCoverage;
import dev.convergence.StillApplication;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.meeting.Progress;
import dev.convergence.notification.delivery.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class SyncTest extends StillApplication {

    private static final String DUE = "event_syncDue";
    private static final String SKIPPED = "event_syncSkipped";
    private static final String HOLD = "userTask_holdSync";
    private static final String PREPARE = "userTask_prepareHandoff";
    private static final Map<String, Object> PACKAGE = Map.of("handoffWhat", "Assets", "handoffWhere", "Here");
    private static final Map<String, Object> RECORD =
            Map.of("syncNotes", "Sales calls the printer", "syncMinutes", 25, "syncAttendants", 6);

    /** Ten o'clock in the office on the first Monday and the next one. */
    private static final Instant FIRST = Instant.parse("2027-03-01T09:00:00Z");

    private static final Instant SECOND = Instant.parse("2027-03-08T09:00:00Z");

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("sync");

    @Autowired
    SyncRecordRepository records;

    @Autowired
    ObjectMapper mapper;

    private final String key = newKey();
    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void removeModels() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    @Test
    void waitsWithOneTimerAndNothingElse() {
        ProcessInstance rhythm = start();

        assertThat(timers(key)).containsExactlyEntriesOf(Map.of(DUE, FIRST));
        assertThat(tasks(key)).isEmpty();
        assertThat(engine.getRuntimeService().getVariable(rhythm.getId(), "syncKind"))
                .isEqualTo("weekly-sync");
        assertThat(engine.getRuntimeService().getVariable(rhythm.getId(), "nextSyncAt"))
                .isEqualTo(Date.from(FIRST));
    }

    @Test
    void isSkippedWhereNothingChangedAndNothingIsBlocked() {
        ProcessInstance rhythm = start();

        fire(key, DUE);

        BpmnAwareTests.assertThat(rhythm).isWaitingAt(DUE).hasPassed(SKIPPED).hasNotPassed(HOLD);
        assertThat(timers(key)).containsExactlyEntriesOf(Map.of(DUE, SECOND));
        assertThat(told(key)).containsExactly("sync campaign-managers");
        assertThat(notices(key).get(0).about()).isEqualTo("weekly-sync");
        assertThat(notices(key).get(0).text())
                .isEqualTo("Weekly sync of campaign “Name of %s” (%s), 1 Mar 2027 10:00 CET is skipped:"
                                .formatted(key, key)
                        + " nothing changed since 1 Mar 2027 09:00 CET, nothing is blocked.");
        assertThat(states()).containsExactly("PLANNED 2027-03-08T09:00:00Z", "SKIPPED 2027-03-01T09:00:00Z");
    }

    @Test
    void isHeldWhereSomethingChanged() {
        ProcessInstance rhythm = start();
        work();

        fire(key, DUE);

        BpmnAwareTests.assertThat(rhythm).isWaitingAt(HOLD).hasNotPassed(SKIPPED);
        Task task = task(key, HOLD);
        assertThat(task.getName()).isEqualTo("Weekly sync: 1 Mar 2027");
        assertThat(task.getDueDate()).isEqualTo(Date.from(Instant.parse("2027-03-01T17:00:00Z")));
        assertThat(candidates(task)).containsExactly("campaign-managers");
        assertThat(local(task, "syncAt")).isEqualTo(Date.from(FIRST));
        assertThat(local(task, "syncMinutes")).isEqualTo(30);
        assertThat(local(task, "campaignName")).isEqualTo("Name of " + key);
        assertThat(told(key))
                .containsExactly(
                        "sync product",
                        "sync marketing",
                        "sync creative",
                        "sync sales",
                        "sync analytics",
                        "sync campaign-managers");
        assertThat(notices(key))
                .extracting(Notice::text)
                .allMatch(text -> text.endsWith("is due: 0 blockers, 1 step of progress since the last one."));

        as("campaign-manager", () -> complete(key, HOLD, RECORD));

        BpmnAwareTests.assertThat(rhythm).isWaitingAt(DUE).hasPassed(HOLD);
        assertThat(timers(key)).containsEntry(DUE, SECOND);
        SyncRecord held = records.of(key).get(1);
        assertThat(held.state()).isEqualTo(SyncRecord.State.HELD);
        assertThat(held.at()).isEqualTo(FIRST);
        assertThat(held.minutes()).isEqualTo(25);
        assertThat(held.people()).isEqualTo(6);
        assertThat(held.notes()).isEqualTo("Sales calls the printer");
        assertThat(held.progress()).extracting(Progress::what).containsExactly("Handoff sent: assets-to-sales");
        assertThat(held.blockers()).isEmpty();
    }

    @Test
    void isHeldWhereNothingChangedButSomethingIsBlocked() {
        startGate(key, "product-ready", Map.of());
        ProcessInstance rhythm = start();
        fire(key, DUE);
        BpmnAwareTests.assertThat(rhythm).as("due only on Wednesday").hasPassed(SKIPPED);

        fire(key, DUE);

        BpmnAwareTests.assertThat(rhythm).isWaitingAt(HOLD);
        SyncRecord open = records.of(key).get(0);
        assertThat(open.state()).isEqualTo(SyncRecord.State.OPEN);
        assertThat(open.progress()).isEmpty();
        assertThat(open.blockers())
                .extracting(Agenda.OpenPoint::what)
                .containsExactlyInAnyOrder(
                        "Overdue: Review the gate: product-ready", "Overdue: Advise on the gate: product-ready");
        assertThat(open.blockers())
                .filteredOn(blocker -> blocker.what().contains("Review"))
                .singleElement()
                .satisfies(blocker -> {
                    assertThat(blocker.owner()).isEqualTo("marketing");
                    // From Wednesday nine o'clock to Monday ten o'clock.
                    assertThat(blocker.age()).isEqualTo("3 working days");
                });
        assertThat(notices(key).get(0).text()).contains("2 blockers, 0 steps of progress");
    }

    @Test
    void namesAStallOnceAndWhomItWaitsFor() {
        startGate(key, "product-ready", Map.of());
        start();
        fire(key, DUE);
        climb(key, 3);
        fire(key, DUE);

        assertThat(gateBlockers()).containsExactly("Gate “product-ready” is stalled, marketing");

        engine.getTaskService().claim(review(key).getId(), "support");
        assertThat(gateBlockers()).containsExactly("Gate “product-ready” is stalled, support");
    }

    private List<String> gateBlockers() {
        return records.of(key).get(0).blockers().stream()
                .filter(blocker -> !blocker.what().contains("Advise"))
                .map(blocker -> blocker.what() + ", " + blocker.owner())
                .toList();
    }

    @Test
    void namesOpenConditionsAndTheGateThatSetThem() {
        startCampaign(key);
        walkTo(key, "product-ready");
        start();
        complete(
                key,
                "userTask_reviewGate",
                Map.of("gateOutcome", "APPROVED_WITH_CONDITIONS", "gateConditions", "Price list | sales | 2027-04-01"));
        continueJobs(key);

        fire(key, DUE);

        SyncRecord open = records.of(key).get(0);
        assertThat(open.progress())
                .extracting(Progress::what)
                .contains("Gate “Product ready”: approved with conditions");
        assertThat(open.blockers()).singleElement().satisfies(blocker -> {
            assertThat(blocker.what()).isEqualTo("Condition open: Price list");
            assertThat(blocker.owner()).isEqualTo("sales");
        });
    }

    @ParameterizedTest
    @CsvSource({"scheduleConflict, The mail goes out before the product", "messageConflict, Two offers at once"})
    void namesConflictsOfTheCampaign(String type, String message) {
        startUnderACaller();
        engine.getRuntimeService()
                .createIncident(type, task(key, "userTask_work").getExecutionId(), null, message);

        fire(key, DUE);

        assertThat(records.of(key).get(0).blockers()).singleElement().satisfies(blocker -> {
            assertThat(blocker.what()).isEqualTo(message);
            assertThat(blocker.owner()).isEqualTo("campaign-managers");
        });
    }

    @Test
    void doesNotPileUpWhileItIsNotRecorded() {
        start();
        work();
        fire(key, DUE);

        moveTo(Instant.parse("2027-03-24T10:00:00Z"));
        assertThat(timers(key)).as("nothing is due while one is open").doesNotContainKey(DUE);
        assertThat(tasks(key))
                .filteredOn(task -> task.getTaskDefinitionKey().equals(HOLD))
                .hasSize(1);
        complete(key, HOLD, RECORD);

        // The next Monday is Easter Monday, the day after the clocks changed.
        assertThat(timers(key)).containsEntry(DUE, Instant.parse("2027-03-30T08:00:00Z"));
        assertThat(states().get(0)).isEqualTo("PLANNED 2027-03-30T08:00:00Z");
        assertThat(records.of(key)).hasSize(2);
    }

    @Test
    void keepsWhatWasSaidWithEachMeeting() {
        ProcessInstance rhythm = start();
        work();
        fire(key, DUE);
        complete(key, HOLD, RECORD);
        complete(key, "userTask_acceptHandoff", Map.of("handoffAccepted", true));

        fire(key, DUE);

        assertThat(engine.getFormService().getTaskFormVariables(task(key, HOLD).getId()))
                .containsEntry("syncMinutes", 30)
                .doesNotContainKeys("syncNotes", "syncAttendants", "syncAgenda");
        assertThat(engine.getRuntimeService().getVariables(rhythm.getId()))
                .doesNotContainKeys("syncNotes", "syncMinutes", "syncAttendants", "syncAgenda", "syncAt");
        assertThatThrownBy(() -> complete(key, HOLD, Map.of("syncMinutes", 10, "syncAttendants", 2)))
                .hasMessageContaining("syncNotes");

        complete(key, HOLD, Map.of("syncNotes", "Fine", "syncMinutes", 10.0, "syncAttendants", 2L));
        assertThat(records.of(key))
                .extracting(SyncRecord::notes)
                .containsExactly(null, "Fine", "Sales calls the printer");
        assertThat(records.of(key)).extracting(SyncRecord::minutes).containsExactly(30, 10, 25);
        assertThat(records.of(key).get(1).progress())
                .as("since the last one, which is none itself")
                .extracting(Progress::what)
                .containsExactly("Handoff answered: assets-to-sales");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("syncNotes", null, "syncNotes is required"),
                Arguments.of("syncNotes", " ", "syncNotes is required"),
                Arguments.of("syncNotes", "x".repeat(4001), "syncNotes must have at most 4000"),
                Arguments.of("syncMinutes", 0, "syncMinutes must be a whole number from 1 to 480"),
                Arguments.of("syncMinutes", 481, "syncMinutes must be a whole number from 1 to 480"),
                Arguments.of("syncMinutes", 7.5, "syncMinutes must be a whole number from 1 to 480"),
                Arguments.of("syncMinutes", Double.NaN, "syncMinutes must be a number"),
                Arguments.of("syncMinutes", "30", "syncMinutes must be a Number"),
                Arguments.of("syncAttendants", null, "syncAttendants must be a whole number from 1 to 500"),
                Arguments.of("syncAttendants", -1, "syncAttendants must be a whole number from 1 to 500"),
                Arguments.of("syncAttendants", 501, "syncAttendants must be a whole number from 1 to 500"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesARecordThatIsNone(String field, Object value, String reason) {
        start();
        work();
        fire(key, DUE);
        Map<String, Object> record = new HashMap<>(RECORD);
        record.put(field, value);

        assertThatThrownBy(() -> complete(key, HOLD, record))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field))
                .satisfies(refusal -> assertThat(refusal).hasMessageContaining(reason));
        assertThat(task(key, HOLD)).isNotNull();
    }

    @Test
    void asksForNoNotesWhereNothingIsLeftToDiscuss() {
        ProcessInstance gate = startGate(key, "product-ready", Map.of());
        start();
        fire(key, DUE);
        fire(key, DUE);
        engine.getRuntimeService().deleteProcessInstance(gate.getId(), "called off");

        complete(key, HOLD, Map.of("syncMinutes", 1, "syncAttendants", 1));

        assertThat(records.of(key).get(1).notes()).isNull();
        assertThat(records.of(key).get(1).blockers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stand-up,      Stand-up,      2027-03-01T08:30:00Z, 15",
        "retrospective, Retrospective, 2027-03-05T14:00:00Z, 60",
        "gate-review,   Gate review,   2027-03-03T13:00:00Z, 60",
    })
    void servesOtherKindsOfMeeting(String kind, String title, Instant due, int minutes) {
        start(Map.of("syncKind", kind));
        assertThat(timers(key)).containsExactlyEntriesOf(Map.of(DUE, due));
        assertThat(records.of(key).get(0).kind()).isEqualTo(kind);
        assertThat(records.of(key).get(0).minutes()).isEqualTo(minutes);
        work();

        fire(key, DUE);

        assertThat(task(key, HOLD).getName()).startsWith(title + ": ");
        assertThat(local(task(key, HOLD), "syncMinutes")).isEqualTo(minutes);
    }

    @Test
    void runsInSecondsInARehearsal() {
        start(Map.of("priority", "rehearsal"));
        assertThat(timers(key)).containsEntry(DUE, MONDAY.plusSeconds(30));

        fire(key, DUE);

        assertThat(timers(key)).containsEntry(DUE, MONDAY.plusSeconds(60));
    }

    @Test
    void refusesAKindThatDoesNotExist() {
        assertThatThrownBy(() -> start(Map.of("syncKind", "chat")))
                .hasMessageContaining(
                        "is 'chat', but must be one of weekly-sync, stand-up, retrospective, gate-review");
    }

    @Test
    void isHeldByWhomTheCadenceNames() throws IOException {
        Path file = Path.of("bpmn/decisions/sync-cadence.dmn");
        String changed = Files.readString(file)
                .replaceFirst("(\"rule_2_host\">\\s*<text>)", "$1\"marketing\"")
                .replaceFirst("(\"rule_2_calendar\">\\s*<text>)", "$1\"us-new-york\"");
        deployed.add(engine.getRepositoryService()
                .createDeployment()
                .addString(file.getFileName().toString(), changed)
                .deploy()
                .getId());
        start();
        assertThat(timers(key)).containsEntry(DUE, Instant.parse("2027-03-01T15:00:00Z"));
        fire(key, DUE);
        assertThat(told(key)).containsExactly("sync marketing");
        work();
        fire(key, DUE);
        assertThat(candidates(task(key, HOLD))).containsExactly("marketing");
    }

    @Test
    void showsTheAgendaOnItsFormAndOnNoOther() {
        startGate(key, "product-ready", Map.of());
        start();
        fire(key, DUE);
        work();
        fire(key, DUE);

        JsonNode sync = dossier(task(key, HOLD)).path("sync");

        assertThat(sync.path("name").asText()).isEqualTo("Weekly sync");
        assertThat(sync.path("at").asText()).isEqualTo("8 Mar 2027 10:00 CET");
        assertThat(sync.path("minutes").asInt()).isEqualTo(30);
        assertThat(sync.path("attendants").asText()).isEqualTo("product, marketing, creative, sales, analytics");
        assertThat(sync.path("progress").findValuesAsText("what")).containsExactly("Handoff sent: assets-to-sales");
        assertThat(sync.path("blockers").findValuesAsText("what")).contains("Overdue: Review the gate: product-ready");
        assertThat(sync.path("blockers").findValuesAsText("age")).contains("3 working days");
        assertThat(dossier(review(key)).path("sync")).isEmpty();
    }

    @Test
    void endsWithItsCaller() {
        ProcessInstance campaign = startUnderACaller();
        assertThat(timers(key)).containsEntry(DUE, Instant.parse("2027-03-01T08:30:00Z"));

        complete(key, "userTask_work", Map.of());

        BpmnAwareTests.assertThat(campaign).isEnded();
        assertThat(timers(key)).isEmpty();
        assertThat(instanceIds(key)).isEmpty();
        assertThat(records.of(key)).isEmpty();
    }

    private ProcessInstance startUnderACaller() {
        deployed.add(engine.getRepositoryService()
                .createDeployment()
                .addString("caller.bpmn", caller())
                .deploy()
                .getId());
        return engine.getRuntimeService().startProcessInstanceByKey("caller", key);
    }

    /** Work, and beside it stand-ups that end with it. */
    private static String caller() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_caller" targetNamespace="https://convergence.dev/bpmn">
                  <bpmn:process id="caller" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="event_started" />
                    <bpmn:sequenceFlow id="flow_begin" sourceRef="event_started" targetRef="gateway_fork" />
                    <bpmn:parallelGateway id="gateway_fork" />
                    <bpmn:sequenceFlow id="flow_toSync" sourceRef="gateway_fork" targetRef="callActivity_sync" />
                    <bpmn:callActivity id="callActivity_sync" calledElement="sync">
                      <bpmn:extensionElements>
                        <camunda:in businessKey="#{execution.processBusinessKey}" />
                        <camunda:in sourceExpression="stand-up" target="syncKind" />
                      </bpmn:extensionElements>
                    </bpmn:callActivity>
                    <bpmn:sequenceFlow id="flow_toWork" sourceRef="gateway_fork" targetRef="userTask_work" />
                    <bpmn:userTask id="userTask_work" camunda:candidateGroups="marketing" />
                    <bpmn:sequenceFlow id="flow_done" sourceRef="userTask_work" targetRef="event_done" />
                    <bpmn:endEvent id="event_done">
                      <bpmn:terminateEventDefinition id="terminate_done" />
                    </bpmn:endEvent>
                  </bpmn:process>
                </bpmn:definitions>""";
    }

    private ProcessInstance start() {
        return start(Map.of());
    }

    private ProcessInstance start(Map<String, Object> more) {
        Map<String, Object> variables =
                new HashMap<>(Map.of("campaignName", "Name of " + key, "priority", "normal", "pattern", "sequential"));
        variables.putAll(more);
        return engine.getRuntimeService().startProcessInstanceByKey("sync", key, variables);
    }

    /** Something changes in the campaign. */
    private void work() {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "handoff",
                        key,
                        Map.of("handoffId", "assets-to-sales", "handoffFrom", "marketing", "handoffTo", "sales"));
        complete(key, PREPARE, PACKAGE);
    }

    private List<String> states() {
        return records.of(key).stream()
                .map(record -> record.state() + " " + record.at())
                .toList();
    }

    private JsonNode dossier(Task task) {
        try {
            return mapper.readTree(engine.getFormService()
                    .getTaskFormVariables(task.getId())
                    .get("dossier")
                    .toString());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}

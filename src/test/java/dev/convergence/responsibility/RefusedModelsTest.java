package dev.convergence.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedModelsTest extends DeploymentSurfaceTest {

    private static final String MODEL = "relaunch.bpmn";
    private static final String GATE_ID = "<camunda:in sourceExpression=\"relaunch-ready\" target=\"gateId\" />";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "sourceExpression=\"x\" target=\"other\"                | passes no gateId",
                "sourceExpression=\" \" target=\"gateId\"               | passes no gateId",
            })
    void wantsToKnowWhichGateIsCalled(String mapping, String reason) {
        String model = model("callActivity_gate", "<camunda:in " + mapping + " />", "sales");

        assertThat(refused(Map.of(MODEL, model)))
                .containsOnlyKeys("callActivity_gate")
                .hasEntrySatisfying(
                        "callActivity_gate", message -> assertThat(message).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accountable | nobody           | group 'nobody', which does not exist",
                "accountable | marketing, sales | 2 accountable groups",
                "quorum      | most             | 'most' is no quorum",
                "sla         | two days         | 'two days' is not an amount of working time",
                "calendar    | nowhere          | no working calendar 'nowhere'",
                "veto        | true             | ${true}",
            })
    void refusesALiteralThatCannotOverrideThePolicy(String variable, String value, String reason) {
        String override = "<camunda:in sourceExpression=\"%s\" target=\"%s\" />".formatted(value, variable);

        assertThat(refused(Map.of(MODEL, model("callActivity_gate", GATE_ID + override, "sales"))))
                .containsOnlyKeys("callActivity_gate")
                .hasEntrySatisfying(
                        "callActivity_gate", message -> assertThat(message).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accountable | marketing",
                "accountable | ${responsibility.decides(execution, 'elsewhere')}",
                "quorum      | majority",
                "quorum      | ${quorum}",
                "sla         | PT4H",
                "calendar    | around-the-clock",
                "veto        | ${true}",
            })
    void deploysWhatCanOverrideThePolicy(String variable, String value) {
        String override = "<camunda:in sourceExpression=\"%s\" target=\"%s\" />".formatted(value, variable);

        assertDeployed(Map.of(MODEL, model("callActivity_gate", GATE_ID + override, "sales")));
    }

    @Test
    void refusesATaskOfACampaignForAGroupThatDoesNotExist() {
        assertThat(refused(Map.of(MODEL, model("callActivity_gate", GATE_ID, "sales, nobody"))))
                .containsExactlyEntriesOf(
                        Map.of("userTask_work", "userTask_work names the group 'nobody', which does not exist"));
        assertDeployed(Map.of(MODEL, model("callActivity_gate", GATE_ID, "${someGroup}")));
    }

    @Test
    void deploysAGateWhoseIdIsKnownLater() {
        assertDeployed(
                Map.of(MODEL, model("callActivity_gate", "<camunda:in source=\"gate\" target=\"gateId\" />", "sales")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "callActivity_gate | sales                                               | relaunch-ready",
                "userTask_work     | ${responsibility.does(execution, 'relaunch')}       | relaunch",
                "userTask_work     | ${responsibility.handsOver(execution, 'relaunch')}  | relaunch",
                "userTask_work     | ${responsibility.decides( execution , 'relaunch')}  | relaunch",
            })
    void wantsARuleForEveryHumanStepOfTheSameDeployment(String element, String groups, String task) {
        String matrix = without("rule_14", shipped(MATRIX));
        Map<String, String> files = Map.of(MATRIX, matrix, MODEL, model("callActivity_gate", GATE_ID, groups));

        assertThat(refused(files)).hasEntrySatisfying(element, message -> assertThat(message)
                .contains("asks for '" + task + "'", "responsibility-matrix"));

        String ruled = with("rule_1_task", "\"" + task + "\"", shipped(MATRIX));
        assertDeployed(Map.of(MATRIX, ruled, MODEL, model("callActivity_gate", GATE_ID, groups)));
    }

    @Test
    void looksForARuleOfThePatternThatAProcessDraws() {
        String matrix = with("rule_3_pattern", "\"parallel\"", without("rule_14", shipped(MATRIX)));
        String pattern = read(Path.of("bpmn/sequential-convergence.bpmn"));

        assertThat(refused(Map.of(MATRIX, matrix, "sequential-convergence.bpmn", pattern)))
                .hasEntrySatisfying("callActivity_productReadyGate", message -> assertThat(message)
                        .contains("'product-ready'"));
    }

    @Test
    void wantsARuleForEveryTrackThatIsCalled() {
        String matrix = without("rule_14", shipped(MATRIX));

        assertThat(refused(Map.of(MATRIX, matrix, MODEL, track("relaunch-track"))))
                .hasEntrySatisfying("callActivity_track", message -> assertThat(message)
                        .contains("asks for 'relaunch-track'", "responsibility-matrix"));
        assertDeployed(Map.of(MATRIX, shipped(MATRIX), MODEL, track("product-track")));
    }

    @Test
    void wantsToKnowWhichTrackIsCalled() {
        assertThat(refused(Map.of(MODEL, track(" "))))
                .hasEntrySatisfying(
                        "callActivity_track", message -> assertThat(message).contains("passes no trackId"));
    }

    private static String track(String id) {
        String mapping = "<camunda:in sourceExpression=\"%s\" target=\"trackId\" />".formatted(id);
        return model("callActivity_track", mapping, "sales").replace("\"stage-gate\"", "\"track\"");
    }

    @Test
    void leavesModelsOfOthersAlone() {
        String others = model(
                        "callActivity_gate", "<camunda:in sourceExpression=\"most\" target=\"quorum\" />", "nobody")
                .replace("stage-gate", "gate-of-another");

        assertDeployed(Map.of(MODEL, others));
    }

    private static String model(String call, String mappings, String groups) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_relaunch" targetNamespace="https://convergence.dev/bpmn">
                  <bpmn:process id="relaunch" name="Relaunch" isExecutable="true" camunda:historyTimeToLive="P730D">
                    <bpmn:startEvent id="event_start" />
                    <bpmn:sequenceFlow id="flow_start" sourceRef="event_start" targetRef="userTask_work" />
                    <bpmn:userTask id="userTask_work" name="Work" camunda:candidateGroups="%s" />
                    <bpmn:sequenceFlow id="flow_work" sourceRef="userTask_work" targetRef="%s" />
                    <bpmn:callActivity id="%s" name="Gate" calledElement="stage-gate">
                      <bpmn:extensionElements>%s</bpmn:extensionElements>
                    </bpmn:callActivity>
                  </bpmn:process>
                </bpmn:definitions>"""
                .formatted(groups, call, call, mappings);
    }
}

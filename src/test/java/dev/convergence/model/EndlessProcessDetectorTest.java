package dev.convergence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EndlessProcessDetectorTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<bpmn:serviceTask id='b' camunda:expression='${true}'/>                                    | a",
                "<bpmn:exclusiveGateway id='b'/>                                                            | a",
                "<bpmn:intermediateThrowEvent id='b'/>                                                      | a",
                "<bpmn:userTask id='b'/>                                                                    | ",
                "<bpmn:receiveTask id='b'/>                                                                 | ",
                "<bpmn:callActivity id='b' calledElement='other'/>                                          | ",
                "<bpmn:task id='b' camunda:asyncBefore='true'/>                                             | ",
                "<bpmn:task id='b' camunda:asyncAfter='true'/>                                              | ",
                "<bpmn:serviceTask id='b' camunda:type='external' camunda:topic='t'/>                       | ",
                "<bpmn:intermediateCatchEvent id='b'><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent> | ",
            })
    void findsCirclesWithoutAPause(String step, String found) {
        String circle =
                "<bpmn:exclusiveGateway id='a'/>%s<bpmn:sequenceFlow id='ab' sourceRef='a' targetRef='b'/><bpmn:sequenceFlow id='ba' sourceRef='b' targetRef='a'/><bpmn:endEvent id='end'/><bpmn:sequenceFlow id='f' sourceRef='b' targetRef='end'/>"
                        .formatted(step);

        assertThat(in(circle).stream().map(Finding::element)).isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void findsACircleByAnError() {
        assertThat(
                        in(
                                "<bpmn:task id='a'/><bpmn:boundaryEvent id='e' attachedToRef='a'><bpmn:errorEventDefinition/></bpmn:boundaryEvent><bpmn:sequenceFlow id='f' sourceRef='e' targetRef='a'/>"))
                .extracting(Finding::element)
                .containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "1001, 1", "100000000, 1", "99999999999999999999, 1", "${100000000}, 1", "${n}, 0"})
    void boundsHowOftenAStepRuns(String times, int findings) {
        assertThat(in(
                        "<bpmn:task id='a'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>%s</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>"
                                .formatted(times)))
                .hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({
        "R/PT0S, 1",
        "R/PT0.001S, 1",
        "R/PT1S, 0",
        "R3/PT2H, 0",
        "R/P1W, 0",
        "R/1970-01-01T00:00:00Z/PT1S, 1",
        "R/PT1S/1970-01-01T00:00:00Z, 1",
        "R/2027-02-01T00:00:00Z/P1D, 0",
        "${cycle}, 0",
        "0 0 8 * * ?, 0",
        "Rubbish, 0"
    })
    void boundsHowOftenATimerRepeats(String cycle, int findings) {
        assertThat(in(
                        "<bpmn:startEvent id='a'><bpmn:timerEventDefinition id='t'><bpmn:timeCycle>%s</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>"
                                .formatted(cycle)))
                .hasSize(findings);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void leavesTheProcessesThatShip(Path file) throws Exception {
        assertThat(EndlessProcessDetector.in(file.toString(), Files.newInputStream(file), NOW))
                .isEmpty();
    }

    static Stream<Path> shipped() throws Exception {
        return Files.list(Path.of("bpmn"))
                .filter(file -> file.toString().endsWith(".bpmn"))
                .sorted();
    }

    private static List<Finding> in(String elements) {
        String model =
                "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='d' targetNamespace='t'><bpmn:process id='p' isExecutable='true'>%s</bpmn:process></bpmn:definitions>"
                        .formatted(elements);
        return EndlessProcessDetector.in(
                "m.bpmn", new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)), NOW);
    }
}

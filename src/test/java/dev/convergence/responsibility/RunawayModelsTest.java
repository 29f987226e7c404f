package dev.convergence.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One model that stops a node: refused before anything runs, and not run where it is there already. */
class RunawayModelsTest extends DeploymentSurfaceTest {

    private static final String ENDLESS = "for i in 1..100000000 return i";
    private static final Duration QUICK = Duration.ofSeconds(10);

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"ask", "test", "answer", "literal"})
    void refusesFeelThatCouldRunAwayWhereverItStands(String place) {
        assertThat(refused(Map.of("weigh.dmn", decision(place, ENDLESS))))
                .hasEntrySatisfying(place, message -> assertThat(message)
                        .contains(ENDLESS, "may come to more than 2000000 values and steps"));
    }

    @ParameterizedTest
    @CsvSource({"ask", "test", "answer", "literal"})
    void refusesScriptsInDecisions(String place) {
        String script = decision(place, "1")
                .replace("id=\"" + place + "\"", "id=\"" + place + "\" expressionLanguage=\"javascript\"");

        assertThat(refused(Map.of("weigh.dmn", script))).hasEntrySatisfying(place, message -> assertThat(message)
                .contains("javascript", "scripts are switched off"));
    }

    @Test
    void refusesSixtyThousandProcessesWithinEachOtherAtOnce() {
        int deep = 60_000;
        String nested = "<bpmn:subProcess id='x'>".repeat(deep) + "</bpmn:subProcess>".repeat(deep);
        long before = System.nanoTime();

        assertThat(refused(Map.of(
                                "deep.bpmn",
                                process(nested).replace("bpmn:", "b:").replace("xmlns:bpmn", "xmlns:b")))
                        .values())
                .first()
                .asString()
                .containsAnyOf("more than 64 deep", "longer than 1048576 bytes");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(QUICK);
    }

    @Test
    void refusesFewerButTooManyProcessesWithinEachOther() {
        String nested = "<bpmn:subProcess id='x'>".repeat(100) + "</bpmn:subProcess>".repeat(100);

        assertThat(refused(Map.of("deep.bpmn", process(nested))))
                .hasEntrySatisfying("deep.bpmn", message -> assertThat(message).contains("more than 64 deep"));
    }

    @Test
    void refusesTooManyElementsAndReadsAsManyAsArePermitted() {
        assertThat(refused(Map.of("wide.bpmn", process(tasks(20_000)))))
                .hasEntrySatisfying("wide.bpmn", message -> assertThat(message).contains("more than 20000 elements"));
        long before = System.nanoTime();

        assertDeployed(Map.of("wide.bpmn", process("<bpmn:startEvent id='s'/>" + tasks(15_000))));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(QUICK.multipliedBy(3));
    }

    private static String tasks(int count) {
        return IntStream.range(0, count)
                .mapToObj("<bpmn:task id='t%d'/>"::formatted)
                .collect(Collectors.joining());
    }

    @Test
    void refusesTooManyAndTooLongFiles() {
        Map<String, String> many =
                IntStream.range(0, 201).boxed().collect(Collectors.toMap(number -> number + ".txt", number -> "text"));

        assertThat(refused(many).values()).singleElement().asString().contains("more than 200 files");
        assertThat(refused(Map.of("long.txt", "x".repeat(1_100_000))))
                .hasEntrySatisfying("long.txt", message -> assertThat(message).contains("longer than 1048576 bytes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.bpmn | This is no XML                                                        | is no XML: line 1",
                "a.dmn  | <definitions>                                                         | is no XML: line 1",
                "a.bpmn | <!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;</d>     | document type",
                "a.dmn  | <!DOCTYPE d><d/>                                                      | document type",
                "a.form | {\"components\": [                                                     | is no JSON",
                "a.form | This is no JSON                                                       | is no JSON",
            })
    void refusesWhatIsNoModelAtAll(String file, String content, String reason) {
        assertThat(refused(Map.of(file, content)))
                .hasEntrySatisfying(file, message -> assertThat(message).contains(reason));
    }

    @Test
    void refusesFormsWithinFormsAndTooMuchOfThem() {
        String deep = "{\"components\": [".repeat(40) + "]}".repeat(40);
        String wide = "{\"components\": [" + "{},".repeat(20_000) + "{}]}";

        assertThat(refused(Map.of("a.form", deep)).get("a.form")).contains("more than 64 deep");
        assertThat(refused(Map.of("a.form", wide)).get("a.form")).contains("more than 20000 elements");
    }

    @Test
    void namesAllThatCouldRunAwayInAllFiles() {
        String process = process(
                "<bpmn:exclusiveGateway id='a'/><bpmn:task id='b'/><bpmn:sequenceFlow id='ab' sourceRef='a' targetRef='b'/><bpmn:sequenceFlow id='ba' sourceRef='b' targetRef='a'/>"
                        + "<bpmn:task id='c'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>100000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>"
                        + "<bpmn:startEvent id='s'><bpmn:timerEventDefinition id='e'><bpmn:timeCycle>R/PT0S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>");

        assertThat(refused(Map.of("weigh.dmn", decision("answer", ENDLESS), "a.bpmn", process)))
                .containsOnlyKeys("answer", "a", "c", "e");
    }

    @Test
    void doesNotEvaluateWhatWasDeployedBefore() {
        assertDeployed(Map.of("weigh.dmn", decision("answer", "1")));
        assertThat(evaluate("").statusCode()).isEqualTo(200);

        jdbc.sql("update act_ge_bytearray set bytes_ = :bytes where name_ = 'weigh.dmn'")
                .param("bytes", decision("answer", ENDLESS).getBytes(StandardCharsets.UTF_8))
                .update();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardDecisionDefinitionCache();

        HttpResponse<String> answer = evaluate("");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer.body()).path("message").asText()).contains(ENDLESS, "may come to more than");
        assertDeployed(
                Map.of(
                        "weighing.bpmn",
                        process(
                                "<bpmn:startEvent id='s'/><bpmn:sequenceFlow id='f' sourceRef='s' targetRef='r'/>"
                                        + "<bpmn:businessRuleTask id='r' camunda:decisionRef='weigh' camunda:mapDecisionResult='resultList'/>")));
        assertThat(start("").statusCode()).isEqualTo(422);
    }

    @Test
    void doesNotEvaluateWhatGrowsWithInputsThatAreTooLarge() {
        assertDeployed(Map.of("weigh.dmn", decision("answer", "for x in list return x + x")));
        String numbers = IntStream.range(0, 600).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertThat(evaluate("\"list\": {\"type\": \"Json\", \"value\": \"[1,2,3]\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = evaluate("\"list\": {\"type\": \"Json\", \"value\": \"[" + numbers + "]\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer.body()).path("message").asText()).contains("'list' holds more than 500 values");
    }

    @Test
    void doesNotTakeInputsForExpressions() {
        assertDeployed(Map.of("weigh.dmn", decision("answer", "text")));

        assertThat(evaluate("\"text\": {\"type\": \"String\", \"value\": \"" + ENDLESS + "\"}")
                        .body())
                .contains(ENDLESS);
    }

    @Test
    void doesNotBeginAStepAHundredMillionTimes() {
        assertDeployed(
                Map.of(
                        "weighing.bpmn",
                        process(
                                "<bpmn:startEvent id='s'><bpmn:extensionElements><camunda:properties>"
                                        + "<camunda:property name='acceptedVariables' value='n'/>"
                                        + "</camunda:properties></bpmn:extensionElements></bpmn:startEvent>"
                                        + "<bpmn:sequenceFlow id='f' sourceRef='s' targetRef='c'/>"
                                        + "<bpmn:userTask id='c'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${n}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>")));

        HttpResponse<String> answer = start("\"n\": {\"type\": \"Integer\", \"value\": 100000000}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("would run more than 1000 times");
        assertThat(start("\"n\": {\"type\": \"Integer\", \"value\": 3}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void doesNotGoOnForEverWhereAProcessCallsItself() {
        assertDeployed(Map.of(
                "weighing.bpmn",
                process("<bpmn:startEvent id='s'/><bpmn:sequenceFlow id='f' sourceRef='s' targetRef='c'/>"
                        + "<bpmn:callActivity id='c' calledElement='weighing'/>")));

        HttpResponse<String> answer = start("");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("more than 10000 steps in one go");
    }

    private HttpResponse<String> evaluate(String variables) {
        return post(
                "admin", "/engine-rest/decision-definition/key/weigh/evaluate", "{\"variables\": {" + variables + "}}");
    }

    private HttpResponse<String> start(String variables) {
        return post(
                "admin", "/engine-rest/process-definition/key/weighing/start", "{\"variables\": {" + variables + "}}");
    }

    private static String process(String elements) {
        return "<?xml version='1.0' encoding='UTF-8'?><bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='d' targetNamespace='t'><bpmn:process id='weighing' isExecutable='true' camunda:historyTimeToLive='P1D'>"
                + elements + "</bpmn:process></bpmn:definitions>";
    }

    /** A decision with an expression in each place that has one; all but the given one are harmless. */
    private static String decision(String place, String expression) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="n">
                  <decision id="weigh" name="Weigh" camunda:historyTimeToLive="P1D">
                    <decisionTable id="table" hitPolicy="FIRST">
                      <input id="input"><inputExpression id="ask"><text>%s</text></inputExpression></input>
                      <output id="output" name="answer" />
                      <rule id="rule"><inputEntry id="test"><text>%s</text></inputEntry><outputEntry id="answer"><text>%s</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                  <decision id="reckon" name="Reckon" camunda:historyTimeToLive="P1D">
                    <variable id="variable" name="reckon" />
                    <literalExpression id="literal"><text>%s</text></literalExpression>
                  </decision>
                </definitions>"""
                .formatted(
                        "ask".equals(place) ? expression : "1",
                        "test".equals(place) ? expression : "-",
                        "answer".equals(place) ? expression : "1",
                        "literal".equals(place) ? expression : "1");
    }
}

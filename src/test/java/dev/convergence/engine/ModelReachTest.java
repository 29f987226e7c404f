package dev.convergence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convergence.RunningApplication;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class ModelReachTest extends RunningApplication {

    private static final String SERVICE_TASK =
            "<bpmn:serviceTask id=\"step\" camunda:expression=\"%s\" camunda:resultVariable=\"result\" />";

    private String deployment;

    @AfterEach
    void removeModel() {
        if (deployment != null) {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource}",
                "${processEngine}",
                "${runtimeService}",
                "${environment}",
                "${testApi}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngine}",
                "${execution.getProcessDefinition()}",
                "${execution.class}",
                "${execution.getClass()}",
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('true')}",
                "${canary.getClass()}",
                "${canary.class.classLoader}",
                "${canary.facts().getClass()}",
                "${canary.cage().key()}",
                "${canary.cage().key}",
                "${JSON('{}').mapTo('java.util.ArrayList')}",
                "${execution.bpmnModelInstance.getDefinitions()}",
                "${now().getClass()}",
                "${execution.setProcessBusinessKey('another')}",
                "${execution.createIncident('stalledGate', 'text')}",
                "${execution.resolveIncident('id')}",
                "${execution.getSuperExecution()}",
                "${execution.superExecution}",
            })
    void keepsExpressionsFromLeavingTheModel(String expression) {
        deploy(SERVICE_TASK.formatted(expression));

        assertThatThrownBy(() -> start(Map.of())).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${canary.sing()}",
                "${canary.facts().colour}",
                "${execution.processInstanceId}",
                "${execution.getVariable('given')}",
                "${given.toUpperCase().length()}",
                "${now().time}",
                "${dateTime().plusDays(2).toDate()}",
                "${JSON('{&quot;a&quot;:1}').prop('a').numberValue()}",
                "${authenticatedUserId}",
            })
    void letsExpressionsReachBeansForModelsAndPlainValues(String expression) {
        deploy(SERVICE_TASK.formatted(expression));

        assertThat(start(Map.of("given", "text")).isEnded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${task.complete()}", "${task.setOwner('marketing')}"})
    void keepsExpressionsFromDoingWhatOnlyAPersonDoes(String expression) {
        deploy(
                """
                <bpmn:userTask id='step'><bpmn:extensionElements>
                  <camunda:taskListener id='listener' event='create' expression="%s" />
                </bpmn:extensionElements></bpmn:userTask>"""
                        .formatted(expression));

        assertThatThrownBy(() -> start(Map.of())).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void letsDecisionsReachNoBean() {
        deployDecision("juel", "${canary.sing()}");
        int songs = canary.songs();

        assertThatThrownBy(() -> weigh("heavy")).isInstanceOf(ProcessEngineException.class);
        assertThat(canary.songs()).isEqualTo(songs);
    }

    @Test
    void doesNotLetAVariableTakeThePlaceOfABean() {
        deploy(SERVICE_TASK.formatted("${canary.sing()}"));
        int songs = canary.songs();

        start(Map.of("canary", "a cat"));

        assertThat(canary.songs()).isEqualTo(songs + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='step' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id='step' scriptFormat='juel' camunda:resultVariable='x'><bpmn:script>${dataSource}</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id='step' camunda:class='java.lang.String' />",
                "<bpmn:serviceTask id='step' camunda:class='dev.convergence.Canary' />",
                "<bpmn:serviceTask id='step' camunda:type='mail'><bpmn:extensionElements><camunda:field name='to' stringValue='x' /></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='step' camunda:type='shell'><bpmn:extensionElements><camunda:field name='command' stringValue='true' /></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:task id='step'><bpmn:extensionElements><camunda:executionListener event='start' class='java.lang.String' /></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='step'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='juel'>${dataSource}</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:task>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:taskListener event='create' class='java.lang.String' /></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='juel'>${1}</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step' camunda:formKey='embedded:deployment:evil.html' />",
                "<bpmn:userTask id='step' camunda:formHandlerClass='java.lang.String' />",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:formData><camunda:formField id='f' type='string'><camunda:validation><camunda:constraint name='validator' config='java.lang.String' /></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:callActivity id='step' calledElement='step' camunda:variableMappingClass='java.lang.String' />",
                "<bpmn:task id='step'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1</bpmn:loopCardinality><bpmn:completionCondition language='juel'>${true}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:task>",
            })
    void refusesModelsThatBringTheirOwnCode(String step) {
        assertThatThrownBy(() -> deploy(step))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("may not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"case.cmmn", "case.cmmn11.xml", "form.html", "FORM.HTML"})
    void refusesFilesItHasNoUseFor(String name) {
        DeploymentBuilder files =
                engine.getRepositoryService().createDeployment().addString(name, "<x/>");

        assertThatThrownBy(files::deploy).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void doesNotRunScriptsInDecisions() {
        assertThatThrownBy(() -> deployDecision("javascript", "1")).hasMessageContaining("scripts are switched off");
    }

    @Test
    void evaluatesDecisions() {
        deployDecision("feel", "weight");

        assertThat(weigh("heavy")).isEqualTo("slow");
    }

    @Test
    void evaluatesDecisionsWithinTheSameReach() {
        deployDecision("juel", "${weight}");
        assertThat(weigh("heavy")).isEqualTo("slow");
        removeModel();

        deployDecision("juel", "${weight.getClass().name}");
        assertThatThrownBy(() -> weigh("heavy")).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void evaluatesTheExpressionsOfProcesses() throws Exception {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("expressions.bpmn", model("expressions.bpmn"))
                .deploy()
                .getId();

        ProcessInstance outer =
                engine.getRuntimeService().startProcessInstanceByKey("expressions", "key-of-expressions");
        Task ask = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey("key-of-expressions")
                .taskDefinitionKey("userTask_ask")
                .singleResult();

        assertThat(ask.getName()).isEqualTo("Ask key-of-expressions");
        assertThat(ask.getDueDate()).isNotNull();
        assertThat(engine.getFormService().getTaskFormVariables(ask.getId()).getValue("shown", String.class))
                .isEqualTo("key-of-expressions");
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("expressions-timer")
                        .count())
                .isOne();

        engine.getTaskService().complete(ask.getId());
        engine.getRuntimeService().setVariable(ask.getProcessInstanceId(), "answer", "yes");

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(outer.getId())
                        .variableName("answer")
                        .singleResult()
                        .getValue())
                .isEqualTo("yes");
    }

    private void deploy(String step) {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("step.bpmn", model("step.bpmn").replace("STEP", step))
                .deploy()
                .getId();
    }

    private void deployDecision(String language, String input) {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "weigh.dmn",
                        model("weigh.dmn").replace("LANGUAGE", language).replace("INPUT", input))
                .deploy()
                .getId();
    }

    private String weigh(String weight) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey("weigh", Map.of("weight", weight))
                .getSingleEntry();
    }

    private ProcessInstance start(Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey("one-step", variables);
    }

    private static String model(String name) {
        try {
            return new ClassPathResource("models/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}

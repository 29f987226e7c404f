package dev.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.gate.GateOutcome;
import dev.convergence.people.GroupCatalog;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models, decisions, forms and Java mean the same by the same names, and the models keep the house rules. */
class ModelContractTest {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![.'\\w])([a-z]\\w*)(?![\\w'(])");
    private static final Set<String> WORDS = Set.of("execution", "null", "true", "false", "empty", "not");
    private static final String PATTERN_SUFFIX = "-convergence";

    /** What the application writes and reads by itself, and no model or form needs to know. */
    private static final Set<String> OF_THE_APPLICATION_ALONE = Set.of(
            "launchedAt",
            "weighed",
            "cancelledAt",
            "cancelledBy",
            "cancellationRationale",
            "rung",
            "keptNotices",
            "stallId",
            "waitingFor",
            "waitingCalendar",
            "plan",
            "gateTerms",
            "conditionGate",
            "conditionWhat",
            "conflictKey",
            "conflictKind",
            "conflictAbout",
            "conflictMessage",
            "conflictOwners",
            "conflictPlaces",
            "conflictIncident",
            "conflictResolvedAt",
            "decidedBy",
            "decidedInsteadOf",
            "gateName",
            "handoffName",
            "channel",
            "recipient",
            "syncKind",
            "syncSince",
            "syncAt",
            "syncLabel",
            "syncAgenda",
            "proposedBy",
            "proposedFor",
            "proposedIn",
            "proposedAt",
            "proposalVersion",
            "trackName",
            "sharedBy",
            "draftVersion",
            "milestoneName",
            "milestoneDoneBy",
            "arrivedAt",
            "arrivedMeanwhile",
            "toldDueAt",
            "sourceName",
            "sourceGroup",
            "listenedSince",
            "followUps");

    /** What people write for people: read by name in no Java of the contract. */
    private static final Pattern FOR_PEOPLE =
            Pattern.compile("(brief|postMortem|stall)[A-Z]\\w*|[a-z]\\w*(Result|Links)|\\w+Ready");

    private static final Pattern BEAN_CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(execution, '[a-z-]+'\\)}");

    private static final Map<Class<? extends BaseElement>, String> PREFIXES = prefixes();
    private static final Map<File, BpmnModelInstance> MODELS = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.convergence");

    static List<File> models() {
        return files("bpmn", ".bpmn");
    }

    static List<File> decisions() {
        return files("bpmn/decisions", ".dmn");
    }

    static List<File> forms() {
        return files("forms", ".form");
    }

    @Test
    void findsWhatItChecks() {
        assertThat(processes()).contains("campaign", "sequential-convergence", "stage-gate", "handoff");
        assertThat(decisions()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(forms()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(contracts()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(modelBeans()).containsKeys("decideGate", "climbRung", "dossier");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelHoldsOneProcessNamedAsItsFile(File file) {
        Process process = process(file);

        assertThat(process.getId()).isEqualTo(baseName(file));
        assertThat(process.getName()).isNotBlank();
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P730D");
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementIsNamedAfterItsKindAndMeaning(File file) {
        for (BaseElement element : elements(file, BaseElement.class)) {
            String prefix = prefix(element);
            if (prefix != null) {
                assertThat(element.getId()).matches(prefix + "_[a-z][A-Za-z0-9]*");
            } else {
                assertThat(element)
                        .as("an element of a kind that has no prefix: %s", element.getId())
                        .isInstanceOfAny(
                                Process.class,
                                Expression.class,
                                ExtensionElements.class,
                                MultiInstanceLoopCharacteristics.class);
            }
        }
        for (FlowNode node : elements(file, FlowNode.class)) {
            boolean merges = node instanceof Gateway && !(node instanceof ExclusiveGateway && branches(node));
            assertThat(merges || node.getName() != null && !node.getName().isBlank())
                    .as("%s has a name", node.getId())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDecisionOnTheWayIsAQuestion(File file) {
        for (ExclusiveGateway gateway : elements(file, ExclusiveGateway.class)) {
            if (branches(gateway)) {
                assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                for (SequenceFlow way : gateway.getOutgoing()) {
                    assertThat(way.getName()).as(way.getId()).isNotBlank();
                    assertThat(way.getConditionExpression() == null)
                            .as("%s has a condition or is the default", way.getId())
                            .isEqualTo(way.equals(gateway.getDefault()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyCallIsExplicit(File file) {
        for (CallActivity call : elements(file, CallActivity.class)) {
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
            assertThat(called(call)).as("%s calls what exists", call.getId()).isNotEmpty();
            assertThat(ins(call).stream().map(CamundaIn::getCamundaBusinessKey))
                    .as("%s passes the business key on", call.getId())
                    .contains("#{execution.processBusinessKey}");
            assertThat(ins(call).stream().map(CamundaIn::getCamundaVariables))
                    .as("%s passes no more than it names", call.getId())
                    .containsOnlyNulls();
            assertThat(outs(call).stream().map(CamundaOut::getCamundaVariables))
                    .as("%s takes no more than it names", call.getId())
                    .allMatch(java.util.Objects::isNull);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyBlockIsCalledWithWhatItNeeds(File file) {
        for (CallActivity call : elements(file, CallActivity.class)) {
            switch (call.getCalledElement()) {
                case "stage-gate" -> {
                    assertThat(passed(call)).as(call.getId()).containsKey("gateId");
                    assertThat(outs(call).stream().map(CamundaOut::getCamundaTarget))
                            .as(call.getId())
                            .isEqualTo(isVote(call) ? List.of() : List.of("gateOutcome"));
                }
                case "handoff" -> {
                    assertThat(passed(call)).as(call.getId()).containsOnlyKeys("handoffId", "handoffFrom", "handoffTo");
                    assertThat(passed(call).get("handoffFrom")).contains("responsibility.handsOver");
                    assertThat(passed(call).get("handoffTo")).contains("responsibility.decides");
                }
                case "escalation-ladder" ->
                    assertThat(StallKind.ofIncidentType(passed(call).get("stallKind")))
                            .as(call.getId())
                            .satisfies(kind -> assertThat(elements(file, UserTask.class))
                                    .extracting(UserTask::getId)
                                    .contains(kind.taskKey()));
                case "milestone" -> assertThat(passed(call)).as(call.getId()).containsOnlyKeys("milestoneId");
                case "track" -> assertThat(passed(call)).as(call.getId()).containsOnlyKeys("trackId");
                case "sync" ->
                    assertThat(Set.of("syncKind"))
                            .as(call.getId())
                            .containsAll(passed(call).keySet());
                case "adaptation" -> assertThat(passed(call)).as(call.getId()).containsOnlyKeys("actionId");
                case "source-watch", "source-check" ->
                    assertThat(passed(call)).as(call.getId()).containsOnlyKeys("sourceId");
                default -> assertThat(call.getCalledElement()).isEqualTo("${pattern}" + PATTERN_SUFFIX);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTaskHasAFormAndAGroup(File file) {
        for (UserTask task : elements(file, UserTask.class)) {
            assertThat(formIds()).as(task.getId()).contains(task.getCamundaFormRef());
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
            assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaCandidateGroups())
                    .as("%s asks who does it", task.getId())
                    .startsWith("${");
        }
    }

    @Test
    void everyFormIsUsed() {
        assertThat(usedForms()).containsExactlyInAnyOrderElementsOf(formIds());
    }

    @ParameterizedTest
    @MethodSource("models")
    void noModelNamesAPersonOrADate(File file) {
        for (UserTask task : elements(file, UserTask.class)) {
            assertThat(task.getCamundaAssignee()).as(task.getId()).isNull();
            assertThat(task.getCamundaCandidateUsers())
                    .as(task.getId())
                    .matches(users -> users == null || users.startsWith("${"));
        }
        for (TimerEventDefinition timer : elements(file, TimerEventDefinition.class)) {
            assertThat(timer.getTimeDuration()).as(timer.getId()).isNull();
            assertThat(timer.getTimeCycle()).as(timer.getId()).isNull();
            assertThat(timer.getTimeDate().getTextContent()).as(timer.getId()).startsWith("${");
        }
        assertThat(text(file)).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementIsDrawn(File file) {
        Set<String> shapes = elements(file, BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toSet());
        Map<String, Integer> edges = elements(file, BpmnEdge.class).stream()
                .collect(Collectors.toMap(edge -> edge.getBpmnElement().getId(), edge -> edge.getWaypoints()
                        .size()));

        assertThat(shapes)
                .containsExactlyInAnyOrderElementsOf(elements(file, FlowNode.class).stream()
                        .map(FlowElement::getId)
                        .toList());
        assertThat(edges)
                .containsOnlyKeys(elements(file, SequenceFlow.class).stream()
                        .map(FlowElement::getId)
                        .toList())
                .allSatisfy((flow, points) -> assertThat(points).as(flow).isGreaterThan(1));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyBeanThatAModelNamesExistsAndFits(File file) {
        for (ServiceTask task : elements(file, ServiceTask.class)) {
            if (task.getCamundaExpression() != null) {
                assertThat(task.getCamundaExpression()).satisfies(ModelContractTest::callsABean);
                continue;
            }
            assertThat(bean(task.getCamundaDelegateExpression()).isAssignableTo(JavaDelegate.class))
                    .as(task.getId())
                    .isTrue();
        }
        for (BusinessRuleTask task : elements(file, BusinessRuleTask.class)) {
            assertThat(bean(task.getCamundaDelegateExpression()).isAssignableTo(JavaDelegate.class))
                    .as(task.getId())
                    .isTrue();
        }
        for (CamundaTaskListener listener : elements(file, CamundaTaskListener.class)) {
            assertThat(bean(listener.getCamundaDelegateExpression()).isAssignableTo(TaskListener.class))
                    .isTrue();
            assertThat(listener.getAttributeValue("id")).matches("listener_[a-z][A-Za-z0-9]*");
        }
    }

    @Test
    void everyBeanForModelsIsNamedByOne() {
        Set<String> named = new TreeSet<>();
        models().forEach(file -> expressions(file).forEach(expression -> named.addAll(names(expression))));

        assertThat(named).containsAll(modelBeans().keySet());
    }

    @Test
    void everyNameInAnExpressionIsABeanOrAVariable() {
        Set<String> known = new HashSet<>(WORDS);
        known.addAll(modelBeans().keySet());
        known.addAll(variables());

        for (File file : models()) {
            for (String expression : expressions(file)) {
                assertThat(names(expression)).as("%s in %s", expression, file).isSubsetOf(known);
            }
        }
    }

    @Test
    void everyContractNamesAProcessThatExists() {
        for (JavaClass contract : contracts()) {
            assertThat(processes())
                    .as(contract.getName())
                    .contains(String.valueOf(constants(contract).get("KEY")));
        }
        assertThat(processes().stream().filter(process -> !process.endsWith(PATTERN_SUFFIX)))
                .containsExactlyInAnyOrderElementsOf(contracts().stream()
                        .map(contract -> String.valueOf(constants(contract).get("KEY")))
                        .filter(process -> !process.endsWith(PATTERN_SUFFIX))
                        .toList());
    }

    @Test
    void everyNameOfAContractStandsInAModel() {
        Set<String> known = new HashSet<>(processes());
        for (File file : models()) {
            elements(file, FlowNode.class).forEach(node -> known.add(node.getId()));
            elements(file, Message.class).forEach(message -> known.add(message.getName()));
            elements(file, Error.class).forEach(error -> known.add(error.getErrorCode()));
        }
        // JSON variables, of which only the application knows.
        known.addAll(Set.of("touchpoints", "budget", "lastMove", "sources"));

        for (JavaClass contract : contracts()) {
            constants(contract).values().stream()
                    .filter(String.class::isInstance)
                    .forEach(
                            constant -> assertThat(known).as(contract.getName()).contains((String) constant));
        }
    }

    @Test
    void everyMessageOfAModelStandsInAContract() {
        Set<Object> constants = contracts().stream()
                .flatMap(contract -> constants(contract).values().stream())
                .collect(Collectors.toSet());

        for (File file : models()) {
            for (Message message : elements(file, Message.class)) {
                assertThat(constants).as(file.getName()).contains(message.getName());
            }
            assertThat(elements(file, MessageEventDefinition.class))
                    .as("caught in %s", file)
                    .extracting(caught -> caught.getMessage().getName())
                    .containsAll(elements(file, Message.class).stream()
                            .map(Message::getName)
                            .toList());
        }
    }

    @Test
    void everyEscalationAndErrorThatIsThrownIsCaughtAndTheOtherWayRound() {
        Set<String> thrown = new TreeSet<>();
        Set<String> caught = new TreeSet<>();
        for (File file : models()) {
            for (Event event : elements(file, Event.class)) {
                Set<String> codes = event instanceof ThrowEvent ? thrown : caught;
                definitions(event)
                        .map(ModelContractTest::code)
                        .filter(code -> code != null)
                        .forEach(codes::add);
            }
        }

        // By the delegate that tells the platform.
        thrown.addAll(Set.of("automationOff", "instructionRefused"));

        assertThat(thrown)
                .isEqualTo(caught)
                .containsExactly(
                        "automationOff",
                        "campaignStopped",
                        "gateStalled",
                        "handoffDropped",
                        "instructionRefused",
                        "ladderExhausted",
                        "milestoneMissed",
                        "sourceSilent");
    }

    @Test
    void everyKindOfStallHasATaskThatClimbsTheLadder() {
        for (StallKind kind : StallKind.values()) {
            List<File> blocks = models().stream()
                    .filter(file -> elements(file, UserTask.class).stream()
                            .anyMatch(task -> task.getId().equals(kind.taskKey())))
                    .toList();
            assertThat(blocks).as(kind.name()).hasSize(1);
            assertThat(elements(blocks.get(0), BoundaryEvent.class))
                    .filteredOn(event -> event.getId().equals("event_firstRungDue"))
                    .singleElement()
                    .satisfies(timer -> {
                        assertThat(timer.getAttachedTo().getId()).isEqualTo(kind.taskKey());
                        assertThat(timer.cancelActivity()).isFalse();
                    });
            assertThat(variables()).contains(kind.idVariable(), kind.nameVariable());
            assertThat(text(blocks.get(0))).contains("\"" + kind.incidentType() + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsNamedAsItsFileAndAsksForNamedThings(File file) {
        JsonNode form = form(file);
        List<String> keys = keys(form);

        assertThat(form.path("id").asText()).isEqualTo(baseName(file));
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(keys).doesNotHaveDuplicates().isNotEmpty();
        assertThat(keys).allSatisfy(key -> assertThat(
                        variables().contains(key) || FOR_PEOPLE.matcher(key).matches())
                .as("%s is a variable", key)
                .isTrue());
        assertThat(dossierParts(form))
                .isSubsetOf(
                        "campaign",
                        "briefRows",
                        "work",
                        "rounds",
                        "handoffs",
                        "stalls",
                        "notices",
                        "plan",
                        "gate",
                        "conditions",
                        "condition",
                        "target",
                        "sync",
                        "drafts",
                        "conflicts",
                        "conflict",
                        "milestone",
                        "source",
                        "proposal",
                        "action");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextFitsIntoTheDatabase(File file) {
        for (JsonNode component : form(file).path("components")) {
            if (Set.of("textfield", "textarea").contains(component.path("type").asText())) {
                assertThat(component.at("/validate/maxLength").asInt())
                        .as(component.path("key").asText())
                        .isBetween(1, 4000);
            }
        }
    }

    @Test
    void everyFormOfAStageNamesItsFieldsAfterItsTask() {
        for (File file : models()) {
            if (baseName(file).endsWith(PATTERN_SUFFIX)) {
                for (UserTask task : elements(file, UserTask.class)) {
                    String work = task.getId().substring("userTask_".length());
                    assertThat(keys(form(new File("forms", task.getCamundaFormRef() + ".form"))))
                            .containsExactly(work + "Result", work + "Links");
                }
            }
        }
    }

    @Test
    void everyVariableOfAContractStandsInAModelOrAForm() {
        Set<String> used = new HashSet<>(OF_THE_APPLICATION_ALONE);
        forms().forEach(file -> used.addAll(keys(form(file))));
        for (File file : models()) {
            expressions(file).forEach(expression -> used.addAll(names(expression)));
            for (CallActivity call : elements(file, CallActivity.class)) {
                used.addAll(passed(call).keySet());
                outs(call).forEach(out -> used.add(out.getCamundaTarget()));
            }
        }

        assertThat(used).containsAll(variables());
        assertThat(variables()).containsAll(OF_THE_APPLICATION_ALONE);
    }

    @Test
    void everyOutcomeOfAGateMeansTheSameEverywhere() {
        Set<String> outcomes =
                Arrays.stream(GateOutcome.values()).map(Enum::name).collect(Collectors.toSet());
        Pattern compared = Pattern.compile("gateOutcome == '(\\w+)'");

        for (File file : models()) {
            assertThat(compared.matcher(text(file)).results().map(result -> result.group(1)))
                    .isSubsetOf(outcomes);
        }
        JsonNode asked = component(form(new File("forms/review-gate.form")), "gateOutcome");
        outcomes.remove("WAIVED");
        assertThat(asked.path("values").findValuesAsText("value")).containsExactlyInAnyOrderElementsOf(outcomes);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsNamedAsItsFileAndLeavesNoHistory(File file) {
        Decision decision = decision(file);

        assertThat(decision.getId()).isEqualTo(baseName(file));
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isIn("P0D", "P730D");
        assertThat(text(file)).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void everyDecisionIsAskedByJavaAndTheOtherWayRound() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.tryGetField("DECISION").isPresent())
                        .map(type -> constants(type).get("DECISION")))
                .containsExactlyInAnyOrderElementsOf(
                        decisions().stream().map(ModelContractTest::baseName).toList());
    }

    @Test
    void everyDecisionAsksAndAnswersWhatJavaExpects() {
        assertThat(inputs("gate-policy")).containsExactlyInAnyOrder("gate", "pattern", "priority");
        assertThat(outputs("gate-policy")).containsExactlyInAnyOrder("sla", "calendar", "quorum", "veto");
        assertThat(inputs("responsibility-matrix")).containsExactlyInAnyOrder("task", "pattern");
        assertThat(outputs("responsibility-matrix"))
                .containsExactlyInAnyOrder("responsible", "accountable", "consulted", "informed");
        assertThat(inputs("gate-evidence")).containsExactlyInAnyOrder("gate", "pattern");
        assertThat(outputs("gate-evidence")).containsExactlyInAnyOrder("item", "name", "fields");
        assertThat(inputs("escalation-ladder-rungs")).containsExactlyInAnyOrder("stallKind", "priority");
        assertThat(outputs("escalation-ladder-rungs"))
                .containsExactlyInAnyOrder("rung", "at", "tells", "handsOver", "stalled");
        assertThat(inputs("sync-cadence")).containsExactlyInAnyOrder("syncKind", "pattern", "priority");
        assertThat(outputs("sync-cadence"))
                .containsExactlyInAnyOrder("every", "weekday", "at", "calendar", "host", "attendants", "minutes");
        assertThat(inputs("reading-sources")).containsExactly("source");
        assertThat(outputs("reading-sources")).containsExactlyInAnyOrder("name", "owner", "heartbeat", "resumesAfter");
        assertThat(inputs("reading-quality")).containsExactlyInAnyOrder("source", "metric", "priority");
        assertThat(outputs("reading-quality"))
                .containsExactlyInAnyOrder("freshness", "ahead", "lowest", "highest", "jump", "jumpAfter");
        assertThat(inputs("adaptation-rules"))
                .containsExactlyInAnyOrder("campaign", "campaignType", "priority", "metric", "channel");
        assertThat(outputs("adaptation-rules"))
                .containsExactlyInAnyOrder(
                        "rule",
                        "when",
                        "threshold",
                        "release",
                        "readings",
                        "window",
                        "after",
                        "action",
                        "from",
                        "to",
                        "share",
                        "detail",
                        "coolDown",
                        "reason");
        assertThat(inputs("recommend-pattern"))
                .containsExactlyInAnyOrder("complexity", "teamMaturity", "dataInfrastructure", "speed");
        assertThat(outputs("recommend-pattern")).containsExactlyInAnyOrder("pattern", "gap", "reason");
    }

    @Test
    void everyWaitHasAPolicyAndEveryPolicyAWait() {
        Set<String> waits = waits();
        // How long a condition of an approval may take.
        waits.add("condition");
        // How long somebody may take to look at a source.
        waits.addAll(Set.of("check-source", "release-source"));

        assertThat(entries("gate-policy", 0)).isEqualTo(waits);
    }

    @Test
    void everyHumanStepHasARuleOfResponsibilityAndEveryRuleAStep() {
        Set<String> steps = waits();
        Pattern asked = Pattern.compile("responsibility\\.(?:does|decides)\\(execution, '([a-z-]+)'\\)");
        models().forEach(file -> asked.matcher(text(file)).results().forEach(step -> steps.add(step.group(1))));
        models().stream()
                .flatMap(file -> elements(file, CallActivity.class).stream())
                .flatMap(call -> Stream.ofNullable(passed(call).get("trackId")))
                .forEach(steps::add);
        // What programs and people do by themselves; no model waits for it.
        steps.addAll(Set.of("deliver-readings", "set-bounds", "switch-automation", "reverse-action"));

        assertThat(entries("responsibility-matrix", 0)).isEqualTo(steps);
    }

    @Test
    void everyItemOfEvidenceBelongsToAGateAndIsAskedForByAForm() {
        Set<String> asked = new TreeSet<>();
        forms().forEach(file -> asked.addAll(keys(form(file))));

        assertThat(waits()).containsAll(entries("gate-evidence", 0));
        assertThat(asked).containsAll(lists("gate-evidence", 4));
    }

    private static Set<String> waits() {
        Set<String> drawn = new TreeSet<>();
        for (File file : models()) {
            for (CallActivity call : elements(file, CallActivity.class)) {
                Map<String, String> passed = passed(call);
                Stream.of("gateId", "handoffId", "milestoneId")
                        .filter(id -> passed.containsKey(id) && !isVote(call))
                        .map(passed::get)
                        .forEach(drawn::add);
            }
        }
        return drawn;
    }

    /** A gate that calls itself, for each of its voters. */
    private static boolean isVote(CallActivity call) {
        return call.getLoopCharacteristics() != null;
    }

    @Test
    void everyGroupOfADecisionExists() {
        Set<String> told = entries("escalation-ladder-rungs", 4);
        told.removeAll(Set.of("waiting", "backup", "dependents"));

        assertThat(groups()).containsAll(told);
        for (int column = 2; column <= 5; column++) {
            assertThat(groups()).containsAll(lists("responsibility-matrix", column));
        }
        assertThat(groups()).containsAll(entries("responsibility-matrix", 3));
        assertThat(groups()).containsAll(entries("sync-cadence", 7));
        assertThat(groups()).containsAll(lists("sync-cadence", 8));
        assertThat(groups()).containsAll(entries("reading-sources", 2));
    }

    /** The entries of a column whose cells list several, separated by commas. */
    private static Set<String> lists(String decision, int column) {
        return entries(decision, column).stream()
                .flatMap(cell -> Arrays.stream(cell.split(",")))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Class<? extends BaseElement>, String> prefixes() {
        Map<Class<? extends BaseElement>, String> prefixes = new LinkedHashMap<>();
        prefixes.put(Event.class, "event");
        prefixes.put(Gateway.class, "gateway");
        prefixes.put(SequenceFlow.class, "flow");
        prefixes.put(UserTask.class, "userTask");
        prefixes.put(ServiceTask.class, "serviceTask");
        prefixes.put(BusinessRuleTask.class, "businessRuleTask");
        prefixes.put(CallActivity.class, "callActivity");
        prefixes.put(SubProcess.class, "subProcess");
        prefixes.put(TimerEventDefinition.class, "timer");
        prefixes.put(TerminateEventDefinition.class, "terminate");
        prefixes.put(MessageEventDefinition.class, "message");
        prefixes.put(Message.class, "message");
        prefixes.put(EscalationEventDefinition.class, "escalation");
        prefixes.put(Escalation.class, "escalation");
        prefixes.put(ErrorEventDefinition.class, "error");
        prefixes.put(Error.class, "error");
        return prefixes;
    }

    private static String prefix(BaseElement element) {
        return PREFIXES.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(element))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean branches(FlowNode node) {
        return node.getOutgoing().size() > 1;
    }

    private static Stream<EventDefinition> definitions(Event event) {
        return event instanceof CatchEvent catching
                ? catching.getEventDefinitions().stream()
                : ((ThrowEvent) event).getEventDefinitions().stream();
    }

    private static String code(EventDefinition definition) {
        if (definition instanceof EscalationEventDefinition escalation) {
            return escalation.getEscalation().getEscalationCode();
        }
        return definition instanceof ErrorEventDefinition error
                ? error.getError().getErrorCode()
                : null;
    }

    private static Set<String> called(CallActivity call) {
        String regex = EXPRESSION.matcher(call.getCalledElement()).replaceAll("[a-z]+");
        return processes().stream().filter(process -> process.matches(regex)).collect(Collectors.toSet());
    }

    private static Collection<CamundaIn> ins(CallActivity call) {
        return call.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaIn.class)
                .list();
    }

    private static Collection<CamundaOut> outs(CallActivity call) {
        return call.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaOut.class)
                .list();
    }

    private static Map<String, String> passed(CallActivity call) {
        return ins(call).stream()
                .filter(in -> in.getCamundaTarget() != null)
                .collect(Collectors.toMap(
                        CamundaIn::getCamundaTarget,
                        in -> in.getCamundaSource() == null ? in.getCamundaSourceExpression() : in.getCamundaSource()));
    }

    /** A block that is told something by name, as in {@code ${milestones.arrive(execution, 'drafts-converged')}}. */
    private static void callsABean(String expression) {
        Matcher call = BEAN_CALL.matcher(expression);
        assertThat(call.matches()).as(expression).isTrue();
        assertThat(modelBeans()).containsKey(call.group(1));
        assertThat(modelBeans().get(call.group(1)).getMethods())
                .extracting(method -> method.getName())
                .contains(call.group(2));
    }

    private static JavaClass bean(String expression) {
        assertThat(expression).matches("\\$\\{[a-z]\\w*}");
        String name = expression.substring(2, expression.length() - 1);
        assertThat(modelBeans()).containsKey(name);
        return modelBeans().get(name);
    }

    private static Map<String, JavaClass> modelBeans() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ModelBean.class))
                .collect(Collectors.toMap(
                        type -> type.getAnnotationOfType(ModelBean.class).value(), type -> type));
    }

    private static List<JavaClass> contracts() {
        return CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Process"))
                .filter(type -> type.tryGetField("KEY").isPresent())
                .toList();
    }

    private static Set<String> variables() {
        return contracts().stream()
                .flatMap(contract -> constants(contract).values().stream())
                .filter(ProcessVariable.class::isInstance)
                .map(variable -> ((ProcessVariable<?>) variable).name())
                .collect(Collectors.collectingAndThen(Collectors.toSet(), names -> {
                    names.add("plan");
                    return names;
                }));
    }

    /** The constants of a class by their names. */
    private static Map<String, Object> constants(JavaClass type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Field field : type.reflect().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                field.setAccessible(true);
                try {
                    constants.put(field.getName(), field.get(null));
                } catch (IllegalAccessException impossible) {
                    throw new AssertionError(impossible);
                }
            }
        }
        return constants;
    }

    private static Set<String> groups() {
        return constants(CLASSES.get(GroupCatalog.class)).values().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    private static Set<String> processes() {
        return models().stream().map(file -> process(file).getId()).collect(Collectors.toSet());
    }

    private static List<String> formIds() {
        return forms().stream().map(ModelContractTest::baseName).toList();
    }

    private static Set<String> usedForms() {
        Set<String> used = new HashSet<>();
        for (File file : models()) {
            elements(file, UserTask.class).forEach(task -> used.add(task.getCamundaFormRef()));
            elements(file, StartEvent.class).stream()
                    .map(StartEvent::getCamundaFormRef)
                    .filter(form -> form != null)
                    .forEach(used::add);
        }
        return used;
    }

    /** What stands between the braces of the expressions of a model. */
    private static List<String> expressions(File file) {
        return EXPRESSION
                .matcher(text(file))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static Set<String> names(String expression) {
        return NAME.matcher(expression.replaceAll("'[^']*'", ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Process process(File file) {
        List<Process> processes = elements(file, Process.class);
        assertThat(processes).as(file.getName()).hasSize(1);
        return processes.get(0);
    }

    private static <T extends ModelElementInstance> List<T> elements(File file, Class<T> type) {
        BpmnModelInstance model = MODELS.computeIfAbsent(file, Bpmn::readModelFromFile);
        if (type != BaseElement.class) {
            return List.copyOf(model.getModelElementsByType(type));
        }
        List<T> all = new ArrayList<>();
        model.getModel().getTypes().stream()
                .filter(known -> !known.isAbstract() && BaseElement.class.isAssignableFrom(known.getInstanceType()))
                .forEach(known -> model.getModelElementsByType(known).forEach(element -> all.add(type.cast(element))));
        return all.stream().distinct().toList();
    }

    private static Decision decision(File file) {
        DmnModelInstance model = Dmn.readModelFromFile(file);
        assertThat(model.getModelElementsByType(Decision.class)).hasSize(1);
        return model.getModelElementsByType(Decision.class).iterator().next();
    }

    private static List<String> inputs(String decision) {
        return dmn(decision).getModelElementsByType(InputExpression.class).stream()
                .map(input -> input.getText().getTextContent())
                .toList();
    }

    private static List<String> outputs(String decision) {
        return dmn(decision).getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .toList();
    }

    /** The texts of one column of a decision table, inputs first, without their quotes. */
    private static Set<String> entries(String decision, int column) {
        Set<String> entries = new TreeSet<>();
        for (Rule rule : dmn(decision).getModelElementsByType(Rule.class)) {
            List<String> row = new ArrayList<>();
            rule.getInputEntries().forEach(entry -> row.add(entry.getTextContent()));
            rule.getOutputEntries().forEach(entry -> row.add(entry.getTextContent()));
            String entry = row.get(column).strip().replace("\"", "");
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static DmnModelInstance dmn(String decision) {
        return Dmn.readModelFromFile(new File("bpmn/decisions", decision + ".dmn"));
    }

    private static JsonNode form(File file) {
        try {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> keys(JsonNode form) {
        List<String> keys = new ArrayList<>();
        for (JsonNode component : form.path("components")) {
            if (component.has("key")) {
                keys.add(component.path("key").asText());
            }
        }
        return keys;
    }

    private static JsonNode component(JsonNode form, String key) {
        for (JsonNode component : form.path("components")) {
            if (key.equals(component.path("key").asText())) {
                return component;
            }
        }
        throw new AssertionError("no field " + key);
    }

    private static Set<String> dossierParts(JsonNode form) {
        return Pattern.compile("dossier\\.(\\w+)")
                .matcher(form.toString())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static List<File> files(String folder, String ending) {
        File[] files = new File(folder).listFiles((directory, name) -> name.endsWith(ending));
        assertThat(files).as(folder).isNotEmpty();
        return Stream.of(files).sorted().toList();
    }

    private static String baseName(File file) {
        return file.getName().replaceFirst("\\.[a-z]+$", "");
    }

    private static String text(File file) {
        try {
            return Files.readString(Path.of(file.getPath()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

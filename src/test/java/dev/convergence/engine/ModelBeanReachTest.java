package dev.convergence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.convergence.StillApplication;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.guard.CampaignKeyInUseException;
import dev.convergence.engine.variable.RefusalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What models of a process owner's own reach of campaigns and people that are not theirs: nothing. */
class ModelBeanReachTest extends StillApplication {

    /** May start whatever is deployed. */
    private static final String ADMINISTRATOR = "camunda-admin";

    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\|");

    /** What acts on nothing; whoever adds one makes sure of that. */
    private static final Set<String> HARMLESS = Set.of(
            "responsibility", "conditions", "checkBrief", "checkVariants", "checkHandoffPackage", "meetCondition");

    private final List<String> deployed = new ArrayList<>();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcTemplate jdbc;

    enum Door {
        TIMER,
        MESSAGE,
        PERSON,
        PERSON_WITH_THE_KEY_OF_A_CAMPAIGN,
        MESSAGE_WITH_THE_KEY_OF_A_CAMPAIGN;

        boolean isWithKey() {
            return name().contains("KEY");
        }

        String start(String process) {
            return this == TIMER
                    ? OwnModels.BY_TIMER
                    : name().startsWith("MESSAGE") ? OwnModels.byMessage(process) : OwnModels.BY_PERSON;
        }
    }

    @AfterEach
    void removeModels() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void letsNoModelOfItsOwnActOnACampaign(Door door) {
        String key = newKey();
        startCampaign(key);
        Map<String, ModelBean> beans = beans();
        deploy(
                "own.bpmn",
                beans.keySet().stream()
                        .map(bean -> OwnModels.process("own-" + bean, door.start("own-" + bean), step(bean)))
                        .toArray(String[]::new));
        Map<String, Long> before = records(key);

        beans.forEach((name, bean) -> {
            Throwable refused = catchThrowable(() -> start(door, "own-" + name, key));
            if (door.isWithKey()) {
                assertThat(refused).as(name).isInstanceOf(CampaignKeyInUseException.class);
            } else if (bean.reach() == BeanReach.ANYWHERE) {
                assertThat(HARMLESS).contains(name);
            } else {
                assertThat(refused)
                        .as(name)
                        .isInstanceOf(AuthorizationException.class)
                        .hasMessageContaining("'" + name + "' at step_" + name + " of the process own-" + name);
            }
        });

        assertThat(records(key)).isEqualTo(before);
    }

    @Test
    void letsNobodyCompleteATaskOfAnotherModelAsIfItWereACampaigns() {
        List<String> listeners = beans().values().stream()
                .filter(bean -> bean.reach() == BeanReach.PERSON)
                .map(ModelBean::value)
                .toList();
        deploy(
                "own.bpmn",
                listeners.stream()
                        .map(bean -> OwnModels.process(
                                "own-" + bean,
                                OwnModels.BY_PERSON,
                                OwnModels.listener("step_" + bean, "complete", bean)))
                        .toArray(String[]::new));

        listeners.forEach(bean -> as(ADMINISTRATOR, () -> {
            String task = taskOf(start("own-" + bean, null)).getId();
            assertThatThrownBy(() -> engine.getTaskService().complete(task))
                    .as(bean)
                    .isInstanceOf(AuthorizationException.class);
        }));
        assertThat(listeners).isNotEmpty();
    }

    @Test
    void saysOfEachBeanInTheDocumentationFromWhereItMayBeReached() throws IOException {
        Map<String, String> documented = Files.readAllLines(Path.of("src/docs/model-beans.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> row.group(2) + ", " + row.group(3).replace("`", "")));

        assertThat(documented)
                .containsExactlyInAnyOrderEntriesOf(beans().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, bean -> inWords(bean.getValue()))));
    }

    private static String inWords(ModelBean bean) {
        return bean.reach().inWords() + ", " + (bean.in().length == 0 ? "any" : String.join(", ", bean.in()));
    }

    @Test
    void recordsNoAbsenceOfAnybodyWhereTimeStartsAModel() {
        String step = OwnModels.delegate("step", "recordAbsence")
                .replace(
                        " />",
                        """
                        ><bpmn:extensionElements><camunda:inputOutput>
                          <camunda:inputParameter name="user">marketing</camunda:inputParameter>
                          <camunda:inputParameter name="substitute">process-owner</camunda:inputParameter>
                          <camunda:inputParameter name="from">2027-06-01</camunda:inputParameter>
                          <camunda:inputParameter name="to">2027-06-04</camunda:inputParameter>
                        </camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>""");
        deploy("own.bpmn", OwnModels.process("own-absence", OwnModels.BY_TIMER, step));
        deploy(
                "absence.bpmn",
                OwnModels.process("absence", OwnModels.BY_TIMER, step.replace("\"step\"", "\"record\"")));
        Map<String, Long> before = records(newKey());

        for (String process : List.of("own-absence", "absence")) {
            Job timer = timer(process);
            assertThatThrownBy(() -> engine.getManagementService().executeJob(timer.getId()))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("recordAbsence")
                    .hasMessageContaining("process " + process);
            assertThat(timer(process).getExceptionMessage()).contains("recordAbsence", "process " + process);
        }

        assertThat(records(newKey())).isEqualTo(before);
    }

    @Test
    void takesTheStarterOfAnAbsenceForWhoRecordsItAlsoWhereNobodyIsSignedInAnyMore() {
        deploy(
                "absence.bpmn",
                OwnModels.process(
                                "absence",
                                OwnModels.BY_PERSON,
                                OwnModels.delegate("record", "recordAbsence")
                                        .replace(" />", " camunda:asyncBefore=\"true\" />"))
                        .replace(
                                "<bpmn:startEvent id=\"absence_start\"",
                                "<bpmn:startEvent id=\"absence_start\" camunda:formRef=\"absence\""
                                        + " camunda:formRefBinding=\"latest\""));
        as("legal", () -> engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "absence", Map.of("substitute", "support", "from", "2027-06-01", "to", "2027-06-04")));

        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("absence")
                        .messages()
                        .singleResult()
                        .getId());

        assertThat(jdbc.queryForList(
                        "select recorded_by from cc_absence where absent_user = 'legal' and substitute = 'support'",
                        String.class))
                .containsExactly("legal");
        jdbc.update("delete from cc_absence where absent_user = 'legal' and substitute = 'support'");
    }

    @Test
    void opensNoReviewInACampaignThatOnlyABusinessKeyNames() {
        String key = newKey();
        startCampaign(key);
        String gate = OwnModels.call(
                "step",
                "stage-gate",
                "<camunda:in businessKey=\"%s\" /><camunda:in sourceExpression=\"product-ready\" target=\"gateId\" />"
                        .formatted(key));
        deploy("own.bpmn", OwnModels.process("own-gate", OwnModels.BY_TIMER, gate));
        deploy(
                "review.bpmn",
                OwnModels.process("own-review", OwnModels.BY_PERSON, "<bpmn:userTask id=\"userTask_reviewGate\" />"));

        assertThatThrownBy(() -> engine.getManagementService()
                        .executeJob(timer("own-gate").getId()))
                .isInstanceOf(CampaignKeyInUseException.class)
                .hasMessageContaining(key);
        as(ADMINISTRATOR, () -> assertThatThrownBy(() -> start("own-review", key))
                .isInstanceOf(CampaignKeyInUseException.class)
                .hasMessageContaining("businessKey " + key));

        assertThat(review(key)).isNull();
    }

    @Test
    void opensNoReviewInACampaignThatIsYetToCome() {
        String key = newKey();
        deploy(
                "review.bpmn",
                OwnModels.process("own-review", OwnModels.BY_PERSON, "<bpmn:userTask id=\"userTask_reviewGate\" />"));
        as(ADMINISTRATOR, () -> start("own-review", key));

        assertThatThrownBy(() -> startCampaign(key))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("in use");
    }

    @Test
    void actsOnTheCampaignInWhoseTreeItRuns() {
        String key = newKey();
        deploy(
                "own.bpmn",
                OwnModels.process(
                        "own-caller",
                        OwnModels.BY_PERSON,
                        OwnModels.call("step", "own-called", "<camunda:in businessKey=\"#{called}\" />")),
                OwnModels.process(
                        "own-called", OwnModels.BY_PERSON, OwnModels.expression("read", "${dossier.of(execution)}")));
        Runnable own =
                () -> engine.getRuntimeService().startProcessInstanceByKey("own-caller", key, Map.of("called", key));
        Runnable another = () -> engine.getRuntimeService()
                .startProcessInstanceByKey("own-caller", key, Map.of("called", "another-" + key));

        own.run();

        assertThatThrownBy(another::run)
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining(
                        "its business key is another-%s, and it runs in the campaign %s".formatted(key, key));
        as(ADMINISTRATOR, () -> assertThatThrownBy(() -> start("own-called", newKey()))
                .isInstanceOf(AuthorizationException.class));
    }

    @Test
    void believesNoVariableThatNamesWhoHasDecided() {
        String key = newKey();
        deploy(
                "stage-gate.bpmn",
                OwnModels.process("stage-gate", OwnModels.BY_PERSON, OwnModels.delegate("follow", "followUpDecision")));
        Map<String, Object> forged = Map.of("gateOutcome", "APPROVED");

        assertThatThrownBy(() -> startGate(key, "product-ready", forged))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("not decided");
        assertThatThrownBy(() ->
                        startGate(key, "product-ready", Map.of("gateOutcome", "APPROVED", "decidedBy", "marketing")))
                .isInstanceOf(RefusalException.class);
        assertThat(toldOfDecisions(key)).isEmpty();
    }

    @Test
    void believesNoVariableThatNamesWhoHasDeclaredAMilestoneReached() {
        String key = newKey();
        deploy(
                "milestone.bpmn",
                OwnModels.process("milestone", OwnModels.BY_PERSON, OwnModels.delegate("record", "recordMilestone")));

        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "milestone",
                                key,
                                Map.of(
                                        "milestoneId", "final-converged",
                                        "milestoneAction", "REACHED",
                                        "milestoneDoneBy", "campaign-manager",
                                        "milestoneComment", "Done")))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("final-converged");
        assertThat(notices(key)).isEmpty();
    }

    @Test
    void startsNoModelByWhatCampaignsAreTold() {
        String step = "<bpmn:userTask id=\"step\" />";
        String model = OwnModels.process("own-listener", OwnModels.byMessage("own-listener"), step)
                .replace("name=\"own-listener_message\"", "name=\"ruleFired\"");

        assertThatThrownBy(() -> deploy("own.bpmn", model))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("ruleFired");
    }

    @Test
    void runsNewVersionsOfTheShippedProcessesAndWhatTheyCall() throws IOException {
        DeploymentBuilder all = engine.getRepositoryService().createDeployment().name("new versions");
        for (Path file : shipped()) {
            String text = Files.readString(file);
            all.addString(
                    file.getFileName().toString(),
                    file.endsWith("stage-gate.bpmn")
                            ? text.replace(
                                    "camunda:delegateExpression=\"${followUpDecision}\"",
                                    "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${followUpDecision}\"")
                            : file.endsWith("sequential-convergence.bpmn") ? withCall(text) : text);
        }
        all.addString(
                "helper.bpmn",
                OwnModels.file(OwnModels.process(
                        "own-helper",
                        OwnModels.BY_PERSON,
                        "<bpmn:userTask id=\"userTask_help\" camunda:candidateGroups=\"${responsibility.does(execution, 'write-brief')}\""
                                + " camunda:dueDate=\"${plannedDueDate.of(execution, 'alignment')}\"><bpmn:extensionElements>"
                                + "<camunda:formData><camunda:formField id=\"dossier\" type=\"computed\" defaultValue=\"${dossier.of(execution)}\" />"
                                + "</camunda:formData></bpmn:extensionElements></bpmn:userTask>")));
        deployed.add(all.deploy().getId());
        String key = newKey();
        as("campaign-manager", () -> startCampaign(key));

        walkTo(key, "userTask_help");
        assertThat(candidates(task(key, "userTask_help"))).containsExactly("campaign-managers");
        assertThat(engine.getFormService()
                        .getTaskFormVariables(task(key, "userTask_help").getId())
                        .get("dossier"))
                .asString()
                .contains("Write the brief");
        walkTo(key, "product-ready");
        as("marketing", () -> decide(key, "APPROVED"));
        settle(key);

        assertThat(toldOfDecisions(key)).isNotEmpty();
        assertThat(notices(key)).anyMatch(notice -> notice.text().contains("was approved by marketing"));
    }

    /** A step that calls a process owner's own model, before the pattern's first. */
    private static String withCall(String pattern) {
        String first = pattern.replaceFirst(
                "(?s).*?<bpmn:sequenceFlow id=\"(flow_\\w+)\" sourceRef=\"event_patternStarted\".*", "$1");
        String call = OwnModels.call(
                "callActivity_help", "own-helper", "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />");
        String target = pattern.replaceFirst("(?s).*?sourceRef=\"event_patternStarted\" targetRef=\"(\\w+)\".*", "$1");
        return pattern.replaceFirst(
                        "sourceRef=\"event_patternStarted\" targetRef=\"\\w+\"",
                        "sourceRef=\"event_patternStarted\" targetRef=\"callActivity_help\"")
                .replaceFirst(
                        "<bpmn:sequenceFlow id=\"" + first + "\"",
                        call + "<bpmn:sequenceFlow id=\"flow_helped\" sourceRef=\"callActivity_help\" targetRef=\""
                                + target + "\" /><bpmn:sequenceFlow id=\"" + first + "\"")
                .replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
    }

    private static List<Path> shipped() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("bpmn", "bpmn/decisions", "forms")) {
            try (var all = Files.list(Path.of(folder))) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    private Map<String, ModelBean> beans() {
        Map<String, ModelBean> beans = new TreeMap<>();
        for (String name : context.getBeanNamesForAnnotation(ModelBean.class)) {
            if (isShipped(type(name))) {
                beans.put(name, context.findAnnotationOnBean(name, ModelBean.class));
            }
        }
        return beans;
    }

    private static boolean isShipped(Class<?> type) {
        return !type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private Class<?> type(String bean) {
        return AopUtils.getTargetClass(context.getBean(bean));
    }

    private String step(String bean) {
        String id = "step_" + bean;
        if (JavaDelegate.class.isAssignableFrom(type(bean))) {
            return OwnModels.delegate(id, bean);
        }
        return TaskListener.class.isAssignableFrom(type(bean))
                ? OwnModels.listener(id, "create", bean)
                : OwnModels.expression(id, "${" + bean + ".toString()}");
    }

    private void start(Door door, String process, String key) {
        switch (door) {
            case TIMER ->
                engine.getManagementService().executeJob(timer(process).getId());
            case MESSAGE ->
                as(ADMINISTRATOR, () -> engine.getRuntimeService().startProcessInstanceByMessage(process + "_message"));
            case PERSON -> as(ADMINISTRATOR, () -> start(process, null));
            case PERSON_WITH_THE_KEY_OF_A_CAMPAIGN -> as(ADMINISTRATOR, () -> start(process, key));
            case MESSAGE_WITH_THE_KEY_OF_A_CAMPAIGN ->
                engine.getRuntimeService().startProcessInstanceByMessage(process + "_message", key);
        }
    }

    private String start(String process, String key) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(process, key)
                .getId();
    }

    private Task taskOf(String instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    private Job timer(String process) {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(process)
                .timers()
                .singleResult();
    }

    private void deploy(String file, String... processes) {
        deployed.add(engine.getRepositoryService()
                .createDeployment()
                .addString(file, OwnModels.file(processes))
                .deploy()
                .getId());
    }

    /** How much there is of what the product records, and of what waits in the campaign. */
    private Map<String, Long> records(String key) {
        Map<String, Long> records = new TreeMap<>();
        jdbc.queryForList(
                        "select table_name from information_schema.tables where upper(table_name) like 'CC!_%' escape '!'",
                        String.class)
                .forEach(table -> records.put(table, jdbc.queryForObject("select count(*) from " + table, Long.class)));
        records.put("tasks", (long) tasks(key).size());
        records.put("incidents", (long) incidents(key).size());
        return records;
    }
}

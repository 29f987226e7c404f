package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.convergence.SurfaceTest;
import dev.convergence.engine.variable.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever name a variable has: nothing but a form's own fields gets in, whatever way it is sent. */
class EveryVariableTest extends SurfaceTest {

    private static final String PROBE = "probe";
    private static final Set<String> WITH_START_FORM = Set.of("campaign", "absence");

    private final Set<String> names = EveryVariable.names();

    @AfterEach
    void removeProbes() {
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(PROBE)
                .list()
                .forEach(probe -> engine.getRepositoryService().deleteDeployment(probe.getId(), true));
    }

    @Test
    void readsTheNamesThatTheModelsAndBeansRead() {
        assertThat(names)
                .hasSizeGreaterThan(250)
                .contains(
                        "voter",
                        "voteOn",
                        "contentReady",
                        "sla",
                        "launchedAt",
                        "cancelledAt",
                        "gateOutcome",
                        "priority");
    }

    /** Every task of every model, each with its own form, in a process of its own: what surrounds it plays no part. */
    @Test
    void getsIntoNoTaskThatDoesNotAskForIt() {
        TreeSet<String> wrong = new TreeSet<>();
        for (UserTask shipped : userTasks()) {
            Task task = open(shipped);
            Set<String> asked = fields(task);
            assertThat(asked).as(shipped.getId()).isNotEmpty();
            int turn = 0;
            for (String name : names) {
                Way way = ways().get(turn++ % ways().size());
                if (!asked.contains(name) && !isRefused(name, () -> way.send(task.getId(), Map.of(name, "x")))) {
                    wrong.add(shipped.getId() + " " + name);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void getsIntoNoStart() {
        TreeSet<String> wrong = new TreeSet<>();
        for (ProcessDefinition process : shipped()) {
            Set<String> asked = WITH_START_FORM.contains(process.getKey()) ? startFields(process) : Set.of();
            for (String name : names) {
                Map<String, Object> sent = new HashMap<>(Map.of(name, "x"));
                if (!asked.contains(name)
                        && !(isRefused(name, () -> engine.getRuntimeService()
                                        .startProcessInstanceById(process.getId(), newKey(), sent))
                                && isRefused(name, () -> engine.getFormService()
                                        .submitStartForm(process.getId(), newKey(), sent)))) {
                    wrong.add(process.getKey() + " " + name);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void getsIntoNoMessageNorSignalNorExecution() {
        String key = newKey();
        create(key);
        String instance = instanceIds(key).iterator().next();
        Task task = tasks(key).get(0);
        TreeSet<String> wrong = new TreeSet<>();
        for (String name : names) {
            for (Map.Entry<String, BiConsumer<String, Object>> door :
                    doors(key, instance, task.getId()).entrySet()) {
                if (!isRefused(name, () -> door.getValue().accept(name, "x"))) {
                    wrong.add(door.getKey() + " " + name);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read(key).path("state").asText()).isEqualTo("PLANNING");
    }

    private Map<String, BiConsumer<String, Object>> doors(String key, String instance, String task) {
        RuntimeService runtime = engine.getRuntimeService();
        TaskService work = engine.getTaskService();
        return Map.ofEntries(
                entry("message to a campaign", (name, value) -> runtime.createMessageCorrelation("campaignCancelled")
                        .processInstanceBusinessKey(key)
                        .setVariable(name, value)
                        .correlate()),
                entry("message to all", (name, value) -> runtime.createMessageCorrelation("anyOther")
                        .setVariableLocal(name, value)
                        .correlateAll()),
                entry(
                        "message to an execution",
                        (name, value) ->
                                runtime.messageEventReceived("campaignCancelled", instance, Map.of(name, value))),
                entry("broadcast signal", (name, value) -> runtime.createSignalEvent("any")
                        .setVariables(Map.of(name, value))
                        .send()),
                entry("signal to an execution", (name, value) -> runtime.signal(instance, Map.of(name, value))),
                entry("condition", (name, value) -> runtime.createConditionEvaluation()
                        .setVariable(name, value)
                        .evaluateStartConditions()),
                entry("variable of an execution", (name, value) -> runtime.setVariable(instance, name, value)),
                entry("its removal", (name, value) -> runtime.removeVariableLocal(instance, name)),
                entry("variable of a task", (name, value) -> work.setVariable(task, name, value)),
                entry("local variable of a task", (name, value) -> work.setVariableLocal(task, name, value)),
                entry("its removal from a task", (name, value) -> work.removeVariable(task, name)));
    }

    private static Map.Entry<String, BiConsumer<String, Object>> entry(
            String door, BiConsumer<String, Object> attempt) {
        return Map.entry(door, attempt);
    }

    private interface Way {
        void send(String task, Map<String, Object> variables);
    }

    private List<Way> ways() {
        return List.of(
                (task, variables) -> engine.getTaskService().complete(task, variables),
                (task, variables) -> engine.getTaskService().resolveTask(task, variables),
                (task, variables) -> engine.getFormService().submitTaskForm(task, variables));
    }

    /** Named, or forbidden whatever it is called. */
    private boolean isRefused(String name, Runnable attempt) {
        Throwable refusal = catchThrowable(() -> as("admin", attempt));
        return refusal instanceof AuthorizationException
                || (refusal instanceof RefusalException
                                || refusal instanceof BadUserRequestException
                                || refusal instanceof RestException)
                        && refusal.getMessage().contains(name);
    }

    private List<ProcessDefinition> shipped() {
        return engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(process -> getClass().getResource("/bpmn/" + process.getKey() + ".bpmn") != null)
                .toList();
    }

    private List<UserTask> userTasks() {
        return shipped().stream()
                .map(process -> engine.getRepositoryService().getBpmnModelInstance(process.getId()))
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .toList();
    }

    private Task open(UserTask shipped) {
        String form = shipped.getCamundaFormRef();
        String process = "probe-" + shipped.getId().replace('_', '-') + "-" + newKey();
        BpmnModelInstance model = Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask(shipped.getId())
                .camundaFormRef(form)
                .camundaFormRefBinding("deployment")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .name(PROBE)
                .addModelInstance(process + ".bpmn", model)
                .addInputStream(form + ".form", getClass().getResourceAsStream("/forms/" + form + ".form"))
                .deploy();
        String instance =
                engine.getRuntimeService().startProcessInstanceByKey(process).getId();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    private Set<String> fields(Task task) {
        return keys(engine.getFormService().getDeployedTaskForm(task.getId()));
    }

    private Set<String> startFields(ProcessDefinition process) {
        return keys(engine.getFormService().getDeployedStartForm(process.getId()));
    }

    private Set<String> keys(InputStream form) {
        try (form) {
            return new TreeSet<>(json(new String(form.readAllBytes(), StandardCharsets.UTF_8))
                    .findValuesAsText("key"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.convergence.model;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads processes from BPMN. */
public final class ProcessReader {

    private static final String ALL = "all";

    private ProcessReader() {}

    /**
     * The processes of a file.
     *
     * @throws org.camunda.bpm.model.xml.ModelException where it is no BPMN
     */
    public static List<ProcessSource> read(String file, InputStream content) {
        return read(file, Bpmn.readModelFromStream(content));
    }

    /** The processes of a model that was read from a file. */
    public static List<ProcessSource> read(String file, BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .filter(process -> process.getId() != null)
                .map(process -> new ProcessSource(
                        file,
                        process.getId(),
                        within(process, CallActivity.class).stream()
                                .map(ProcessReader::call)
                                .toList(),
                        within(process, UserTask.class).stream()
                                .map(ProcessReader::task)
                                .toList(),
                        ExpressionFinder.in(process),
                        startMessages(process)))
                .toList();
    }

    /** The names of all messages of a file, whoever waits for them. */
    public static List<String> messages(InputStream content) {
        return Bpmn.readModelFromStream(content).getModelElementsByType(Message.class).stream()
                .map(Message::getName)
                .toList();
    }

    private static List<String> startMessages(Process process) {
        return within(process, StartEvent.class).stream()
                .filter(start -> process.equals(start.getParentElement()))
                .flatMap(start -> start.getEventDefinitions().stream())
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition -> ((MessageEventDefinition) definition).getMessage())
                .filter(Objects::nonNull)
                .map(Message::getName)
                .toList();
    }

    private static <T extends BaseElement> List<T> within(Process process, Class<T> type) {
        return process.getModelInstance().getModelElementsByType(type).stream()
                .filter(element -> process.equals(processOf(element)))
                .toList();
    }

    private static ModelElementInstance processOf(ModelElementInstance element) {
        ModelElementInstance around = element;
        while (around != null && !(around instanceof Process)) {
            around = around.getParentElement();
        }
        return around;
    }

    private static ProcessSource.Task task(UserTask task) {
        String groups = task.getCamundaCandidateGroups();
        return new ProcessSource.Task(task.getId(), groups == null ? "" : groups);
    }

    private static ProcessSource.Call call(CallActivity call) {
        Map<String, String> passed = new LinkedHashMap<>();
        ins(call).stream()
                .filter(in -> in.getCamundaTarget() != null)
                .forEach(in -> passed.put(in.getCamundaTarget(), value(in)));
        boolean all = ins(call).stream().anyMatch(in -> ALL.equals(in.getCamundaVariables()));
        String called = call.getCalledElement();
        return new ProcessSource.Call(call.getId(), called == null ? "" : called, passed, all);
    }

    private static Collection<CamundaIn> ins(CallActivity call) {
        return call.getExtensionElements() == null
                ? new ArrayList<>()
                : call.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaIn.class)
                        .list();
    }

    private static String value(CamundaIn in) {
        String expression = in.getCamundaSourceExpression();
        return expression == null ? "${" + in.getCamundaSource() + "}" : expression;
    }
}

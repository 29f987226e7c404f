package dev.convergence.campaign.request;

import dev.convergence.context.CallParameterReader;
import dev.convergence.engine.form.ModelProperties;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.gate.GateProcess;
import dev.convergence.milestone.MilestoneProcess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/** What a deployed pattern says of itself, read from its BPMN: its gates in their order, the stage of each activity. */
@Component
public class PatternModel {

    /** A gate or milestone that the pattern draws. */
    public record Gate(String id, String name) {}

    private final RepositoryService repository;
    private final Map<String, BpmnModelInstance> models = new ConcurrentHashMap<>();

    PatternModel(RepositoryService repository) {
        this.repository = repository;
    }

    /** The gates of a pattern in the order in which the flow reaches them. */
    public List<Gate> gates(String definitionId) {
        return called(definitionId, GateProcess.KEY, GateProcess.GATE_ID);
    }

    /** The milestones that the pattern draws, in the order in which the flow reaches them. */
    List<Gate> milestones(String definitionId) {
        return called(definitionId, MilestoneProcess.KEY, MilestoneProcess.MILESTONE_ID);
    }

    private List<Gate> called(String definitionId, String block, ProcessVariable<String> idVariable) {
        List<Gate> gates = new ArrayList<>();
        for (FlowNode node : inFlowOrder(model(definitionId))) {
            if (node instanceof CallActivity call && block.equals(call.getCalledElement())) {
                CallParameterReader.passedIn(call, idVariable).ifPresent(id -> gates.add(new Gate(id, call.getName())));
            }
        }
        return gates;
    }

    /** The stage to which an activity belongs, by its property in the model. */
    public Optional<String> stage(String definitionId, String activityId) {
        return ModelProperties.stage(model(definitionId), activityId);
    }

    private BpmnModelInstance model(String definitionId) {
        return models.computeIfAbsent(definitionId, repository::getBpmnModelInstance);
    }

    private static List<FlowNode> inFlowOrder(BpmnModelInstance model) {
        List<FlowNode> order = new ArrayList<>();
        Collection<StartEvent> starts = model.getModelElementsByType(StartEvent.class);
        List<FlowNode> next = new ArrayList<>(starts);
        while (!next.isEmpty()) {
            FlowNode node = next.remove(0);
            if (!order.contains(node)) {
                order.add(node);
                node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next::add);
            }
        }
        return order;
    }
}

package dev.convergence.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Steps that can follow each other in a circle without anything to wait for: the engine would never come back. */
final class AutomaticCycleDetector {

    private final Map<FlowNode, Set<FlowNode>> next = new LinkedHashMap<>();

    private AutomaticCycleDetector(BpmnModelInstance model) {
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !PauseDetector.at(node))
                .forEach(node -> next.put(node, new LinkedHashSet<>()));
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> join(flow.getSource(), flow.getTarget()));
        model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(AutomaticCycleDetector::isThrownBySteps)
                .forEach(event -> join((FlowNode) event.getAttachedTo(), event));
    }

    private static boolean isThrownBySteps(BoundaryEvent event) {
        return event.getEventDefinitions().stream()
                .anyMatch(definition ->
                        definition instanceof ErrorEventDefinition || definition instanceof EscalationEventDefinition);
    }

    private void join(FlowNode from, FlowNode to) {
        if (next.containsKey(from) && next.containsKey(to)) {
            next.get(from).add(to);
        }
    }

    /** The ids of the steps on circles, or between two of them, in alphabetical order. */
    static List<String> in(BpmnModelInstance model) {
        AutomaticCycleDetector cycles = new AutomaticCycleDetector(model);
        cycles.takeAway(cycles.next);
        cycles.takeAway(reversed(cycles.next));
        return cycles.next.keySet().stream()
                .map(FlowNode::getId)
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    /** Takes away what nothing leads to, until everything left is led to by something left. */
    private void takeAway(Map<FlowNode, Set<FlowNode>> graph) {
        Map<FlowNode, Integer> ways = new LinkedHashMap<>();
        graph.keySet().forEach(node -> ways.put(node, 0));
        graph.values().stream().flatMap(Collection::stream).forEach(node -> ways.merge(node, 1, Integer::sum));
        Deque<FlowNode> loose = new ArrayDeque<>();
        ways.forEach((node, count) -> {
            if (count == 0) {
                loose.add(node);
            }
        });
        while (!loose.isEmpty()) {
            FlowNode node = loose.remove();
            Set<FlowNode> after = graph.get(node);
            next.remove(node);
            for (FlowNode following : after) {
                if (ways.merge(following, -1, Integer::sum) == 0) {
                    loose.add(following);
                }
            }
        }
        next.values().forEach(following -> following.retainAll(next.keySet()));
    }

    private static Map<FlowNode, Set<FlowNode>> reversed(Map<FlowNode, Set<FlowNode>> graph) {
        Map<FlowNode, Set<FlowNode>> reversed = new LinkedHashMap<>();
        graph.keySet().forEach(node -> reversed.put(node, new LinkedHashSet<>()));
        graph.forEach((from, all) -> all.forEach(to -> reversed.get(to).add(from)));
        return reversed;
    }
}

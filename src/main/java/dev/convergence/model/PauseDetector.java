package dev.convergence.model;

import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Where a process lets go of its thread, and its transaction ends. */
final class PauseDetector {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private PauseDetector() {}

    /** Whether it waits here, or may: what is called or lies within is looked at when it runs. */
    static boolean at(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || node.isCamundaAsyncBefore()
                || node.isCamundaAsyncAfter()
                || node instanceof CallActivity
                || node instanceof SubProcess
                || node instanceof EndEvent
                || waitsForAnEvent(node)
                || "external".equals(node.getAttributeValueNs(CAMUNDA, "type"));
    }

    private static boolean waitsForAnEvent(FlowNode node) {
        return node instanceof IntermediateCatchEvent event
                && event.getEventDefinitions().stream()
                        .noneMatch(definition -> definition instanceof LinkEventDefinition);
    }
}

package dev.convergence.benchmark;

import java.util.function.UnaryOperator;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.CallActivityBuilder;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What the bare engine runs: three gates in a row, drawn in the usual ways, a reading as a message, and a timer that does
 * nothing.
 */
final class Models {

    static final String TIMER = "benchmark-timer";

    static final String PARALLEL = "bare-parallel";

    static final String READINGS = "bare-readings";

    static final String READING = "reading";

    private static final int TEAMS = 4;
    private static final String CALLED = "bare-gate";
    private static final String CALLED_WITH_DATA = "bare-gate-with-data";

    private Models() {}

    private static ProcessBuilder process(String id) {
        return Bpmn.createExecutableProcess(id).camundaHistoryTimeToLiveString("P730D");
    }

    /** So many user tasks in a row, each with two non-interrupting timers. */
    static BpmnModelInstance tasks(String id, int gates) {
        AbstractFlowNodeBuilder<?, ?> chain = process(id).startEvent();
        for (int gate = 1; gate <= gates; gate++) {
            chain = review(chain, "review_" + gate);
        }
        return chain.endEvent().done();
    }

    /** So many calls in a row. */
    private static AbstractFlowNodeBuilder<?, ?> calls(
            String id, int gates, String called, UnaryOperator<CallActivityBuilder> mapping) {
        AbstractFlowNodeBuilder<?, ?> chain = process(id).startEvent();
        for (int gate = 1; gate <= gates; gate++) {
            chain = mapping.apply(
                    chain.callActivity("gate_" + gate).name("Gate " + gate).calledElement(called));
        }
        return chain;
    }

    private static CallActivityBuilder mapped(CallActivityBuilder call) {
        return call.camundaInBusinessKey("#{execution.processBusinessKey}").camundaIn("gateId", "gateId");
    }

    static BpmnModelInstance calls(String id, int gates) {
        return calls(id, gates, CALLED, call -> call).endEvent().done();
    }

    static BpmnModelInstance callsWithData(String id, int gates) {
        return calls(id, gates, CALLED_WITH_DATA, Models::mapped).endEvent().done();
    }

    static BpmnModelInstance stageGates(String id, int gates) {
        return calls(id, gates, "stage-gate", Models::mapped).endEvent().done();
    }

    /** Four teams that draft at once, join, adjust at once, and join before a gate: user tasks, and nothing on them. */
    static BpmnModelInstance parallel() {
        AbstractFlowNodeBuilder<?, ?> chain = process(PARALLEL).startEvent();
        chain = atOnce(chain, "make");
        chain = atOnce(chain, "adjust");
        return chain.userTask("gate").endEvent().done();
    }

    private static AbstractFlowNodeBuilder<?, ?> atOnce(AbstractFlowNodeBuilder<?, ?> before, String work) {
        String fork = work + "_fork";
        String join = work + "_join";
        AbstractFlowNodeBuilder<?, ?> chain =
                before.parallelGateway(fork).userTask(work + "_1").parallelGateway(join);
        for (int team = 2; team <= TEAMS; team++) {
            chain = chain.moveToNode(fork).userTask(work + "_" + team).connectTo(join);
        }
        return chain;
    }

    private static AbstractFlowNodeBuilder<?, ?> review(AbstractFlowNodeBuilder<?, ?> before, String id) {
        UserTaskBuilder task = before.userTask(id);
        task.boundaryEvent(id + "_reminder")
                .cancelActivity(false)
                .timerWithDuration("P1D")
                .endEvent();
        task.boundaryEvent(id + "_escalation")
                .cancelActivity(false)
                .timerWithDuration("P2D")
                .endEvent();
        return task;
    }

    /** The same task in a process of its own. */
    static BpmnModelInstance called() {
        return review(process(CALLED).startEvent(), "review").endEvent().done();
    }

    /** The same with what a gate must have: a group and a due date. */
    static BpmnModelInstance calledWithData() {
        BpmnModelInstance model = review(process(CALLED_WITH_DATA).startEvent(), "review")
                .endEvent()
                .done();
        UserTask task = model.getModelElementById("review");
        task.setCamundaCandidateGroups("product");
        task.setCamundaDueDate("2030-01-15T12:00:00");
        return model;
    }

    /** A campaign that runs, to which each reading comes as a message and is compared with one threshold. */
    static BpmnModelInstance readings() {
        ProcessBuilder campaign = process(READINGS);
        campaign.startEvent().userTask("run").endEvent();
        return campaign.eventSubProcess("readings")
                .startEvent("came")
                .interrupting(false)
                .message(READING)
                .exclusiveGateway("enough")
                .condition("low", "${value < 0.15}")
                .endEvent("act")
                .moveToNode("enough")
                .condition("fine", "${value >= 0.15}")
                .endEvent("nothing")
                .done();
    }

    /** One timer, due long after the benchmark. */
    static BpmnModelInstance timer() {
        return process(TIMER)
                .startEvent()
                .intermediateCatchEvent("timer")
                .timerWithDate("2099-01-01T00:00:00Z")
                .serviceTask("tick")
                .camundaDelegateExpression("${ticks}")
                .endEvent()
                .done();
    }
}

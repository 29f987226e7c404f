package dev.convergence.benchmark;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What the bare engine runs: three gates in a row, drawn in the usual ways, and a timer that does nothing. */
final class Models {

    static final String TASKS = "bare-tasks";
    static final String CALLS = "bare-calls";
    static final String CALLS_WITH_DATA = "bare-calls-with-data";
    static final String TIMER = "benchmark-timer";

    private static final String CALLED = "bare-gate";
    private static final String CALLED_WITH_DATA = "bare-gate-with-data";

    private Models() {}

    private static ProcessBuilder process(String id) {
        return Bpmn.createExecutableProcess(id).camundaHistoryTimeToLiveString("P730D");
    }

    /** A user task with two non-interrupting timers, three times. */
    static BpmnModelInstance tasks() {
        AbstractFlowNodeBuilder<?, ?> chain = process(TASKS).startEvent();
        for (int gate = 1; gate <= 3; gate++) {
            chain = review(chain, "review_" + gate);
        }
        return chain.endEvent().done();
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

    /** The same task in a process of its own, called three times. */
    static BpmnModelInstance calls() {
        AbstractFlowNodeBuilder<?, ?> chain = process(CALLS).startEvent();
        for (int gate = 1; gate <= 3; gate++) {
            chain = chain.callActivity("gate_" + gate).calledElement(CALLED);
        }
        return chain.endEvent().done();
    }

    static BpmnModelInstance called() {
        return review(process(CALLED).startEvent(), "review").endEvent().done();
    }

    /** The same with what a gate must know: its id, a group, a due date. */
    static BpmnModelInstance callsWithData() {
        AbstractFlowNodeBuilder<?, ?> chain = process(CALLS_WITH_DATA).startEvent();
        for (int gate = 1; gate <= 3; gate++) {
            chain = chain.callActivity("gate_" + gate)
                    .calledElement(CALLED_WITH_DATA)
                    .camundaInBusinessKey("#{execution.processBusinessKey}")
                    .camundaIn("gateId", "gateId");
        }
        return chain.endEvent().done();
    }

    static BpmnModelInstance calledWithData() {
        BpmnModelInstance model = review(process(CALLED_WITH_DATA).startEvent(), "review")
                .endEvent()
                .done();
        UserTask task = model.getModelElementById("review");
        task.setCamundaCandidateGroups("product");
        task.setCamundaDueDate("2030-01-15T12:00:00");
        return model;
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

package dev.convergence.gate.review;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.escalation.StallService;
import dev.convergence.escalation.wait.ResponseTimeMetrics;
import dev.convergence.gate.GateDecider;
import dev.convergence.gate.GateProcess;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses who may not decide and a decision that is not one, records who decided, and ends the stall. */
@ModelBean(value = "decideGate", reach = BeanReach.PERSON, in = GateProcess.KEY)
class DecideGateListener implements TaskListener {

    private final ReviewValidator rules;
    private final StallService stallService;
    private final ResponseTimeMetrics responses;

    DecideGateListener(ReviewValidator rules, StallService stallService, ResponseTimeMetrics responses) {
        this.rules = rules;
        this.stallService = stallService;
        this.responses = responses;
    }

    @Override
    public void notify(DelegateTask review) {
        rules.check(review);
        stallService.resolve(review);
        responses.answered(review);
        GateProcess.DECIDED_BY.handOn(
                review,
                new GateDecider(
                        review.getProcessInstanceId(),
                        GateProcess.GATE_OUTCOME.get(review),
                        DecisionNotifier.decider(review)));
    }
}

package dev.convergence.gate;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.escalation.ResponseTimes;
import dev.convergence.escalation.Stalls;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses who may not decide and a decision that is not one, records who decided, and ends the stall. */
@ModelBean(value = "decideGate", reach = Reach.PERSON, in = GateProcess.KEY)
class DecideGateListener implements TaskListener {

    private final ReviewRules rules;
    private final Stalls stalls;
    private final ResponseTimes responses;

    DecideGateListener(ReviewRules rules, Stalls stalls, ResponseTimes responses) {
        this.rules = rules;
        this.stalls = stalls;
        this.responses = responses;
    }

    @Override
    public void notify(DelegateTask review) {
        rules.check(review);
        stalls.resolve(review);
        responses.answered(review);
        GateProcess.DECIDED_BY.handOn(
                review,
                new GateDecider(
                        review.getProcessInstanceId(),
                        GateProcess.GATE_OUTCOME.get(review),
                        DecisionNotices.decider(review)));
    }
}

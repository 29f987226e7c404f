package dev.convergence.gate;

import dev.convergence.engine.Decider;
import dev.convergence.engine.ModelBean;
import dev.convergence.escalation.Stalls;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses a decision that is not one, records who decided, and ends the stall. */
@ModelBean("decideGate")
class DecideGateListener implements TaskListener {

    private final Stalls stalls;
    private final Decider decider;

    DecideGateListener(Stalls stalls, Decider decider) {
        this.stalls = stalls;
        this.decider = decider;
    }

    @Override
    public void notify(DelegateTask review) {
        GateDecision.check(review.getVariables());
        decider.record(review);
        stalls.resolve(review);
    }
}

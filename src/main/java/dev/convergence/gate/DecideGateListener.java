package dev.convergence.gate;

import dev.convergence.engine.Decider;
import dev.convergence.engine.ModelBean;
import dev.convergence.escalation.Stalls;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses who may not decide and a decision that is not one, records who decided, and ends the stall. */
@ModelBean("decideGate")
class DecideGateListener implements TaskListener {

    private final GateAuthority authority;
    private final ApprovalRules approval;
    private final Stalls stalls;
    private final Decider decider;

    DecideGateListener(GateAuthority authority, ApprovalRules approval, Stalls stalls, Decider decider) {
        this.authority = authority;
        this.approval = approval;
        this.stalls = stalls;
        this.decider = decider;
    }

    @Override
    public void notify(DelegateTask review) {
        authority.require(review);
        Map<String, Object> answers = review.getVariables();
        if (GateDecision.check(answers).approves()) {
            approval.check(review.getExecution(), answers);
        }
        decider.record(review);
        if (review.getAssignee() != null) {
            GateProcess.DECIDED_BY.handOn(review, review.getAssignee());
        }
        stalls.resolve(review);
    }
}

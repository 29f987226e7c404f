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
    private final GateWork work;
    private final Stalls stalls;
    private final Decider decider;

    DecideGateListener(GateAuthority authority, ApprovalRules approval, GateWork work, Stalls stalls, Decider decider) {
        this.authority = authority;
        this.approval = approval;
        this.work = work;
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
        recordVersion(review, answers);
        decider.record(review);
        if (review.getAssignee() != null) {
            GateProcess.DECIDED_BY.handOn(review, review.getAssignee());
        }
        stalls.resolve(review);
    }

    /** A gate that asks for evidence or votes keeps on record what was looked at, also where the reviewer did not say. */
    private void recordVersion(DelegateTask review, Map<String, Object> answers) {
        if (!GateTerms.of(answers).isPlain()
                && GateProcess.SEEN_VERSION.find(answers).isEmpty()) {
            GateProcess.SEEN_VERSION.set(
                    review, work.before(review.getExecution()).size());
        }
    }
}

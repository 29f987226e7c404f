package dev.convergence.gate.review;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateWorkReader;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses that a review is claimed by, assigned or delegated to somebody who could not decide it: others would wait for them. */
@ModelBean(value = "assignReview", reach = BeanReach.CAMPAIGN, in = GateProcess.KEY)
class AssignReviewListener implements TaskListener {

    private final GateAuthority authority;
    private final GateWorkReader work;

    AssignReviewListener(GateAuthority authority, GateWorkReader work) {
        this.authority = authority;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask review) {
        authority.requireRecipient(review, () -> work.before(review.getExecution()));
    }
}

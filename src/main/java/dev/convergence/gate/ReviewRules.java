package dev.convergence.gate;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The rules of a review's completion: who decides, what a decision is, what stands in the way of an approval. */
@Component
class ReviewRules {

    private final GateAuthority authority;
    private final ApprovalRules approval;
    private final GateWork work;

    ReviewRules(GateAuthority authority, ApprovalRules approval, GateWork work) {
        this.authority = authority;
        this.approval = approval;
        this.work = work;
    }

    /**
     * Lets a decision through, and keeps on record what was looked at.
     *
     * @throws org.camunda.bpm.engine.AuthorizationException where the caller may not decide
     * @throws dev.convergence.engine.Refusal naming what is wrong with the decision
     */
    void check(DelegateTask review) {
        authority.require(review);
        Map<String, Object> answers = review.getVariables();
        if (GateDecision.check(answers).approves()) {
            approval.check(review.getExecution(), answers);
        }
        recordVersion(review, answers);
    }

    /** A gate that asks for evidence or votes keeps its version also where the reviewer did not say what they saw. */
    private void recordVersion(DelegateTask review, Map<String, Object> answers) {
        if (!GateTerms.of(answers).isPlain()
                && GateProcess.SEEN_VERSION.find(answers).isEmpty()) {
            GateProcess.SEEN_VERSION.set(
                    review, work.before(review.getExecution()).size());
        }
    }
}

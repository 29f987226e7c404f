package dev.convergence.gate.review;

import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateWorkReader;
import dev.convergence.gate.ReviewedWork;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The rules of a review's completion: who decides, what a decision is, what stands in the way of an approval. */
@Component
class ReviewValidator {

    private final GateAuthority authority;
    private final ApprovalValidator approval;
    private final GateWorkReader work;

    ReviewValidator(GateAuthority authority, ApprovalValidator approval, GateWorkReader work) {
        this.authority = authority;
        this.approval = approval;
        this.work = work;
    }

    /**
     * Lets a decision through, and keeps on record what was looked at.
     *
     * @throws org.camunda.bpm.engine.AuthorizationException where the caller may not decide
     * @throws dev.convergence.engine.variable.RefusalException naming what is wrong with the decision
     */
    void check(DelegateTask review) {
        Supplier<ReviewedWork> done = SingletonSupplier.of(() -> work.before(review.getExecution()));
        authority.require(review, done);
        Map<String, Object> answers = review.getVariables();
        GateOutcome outcome = GateDecision.check(answers);
        authority.requireNoWaiver(outcome);
        if (outcome.approves()) {
            approval.check(review.getExecution(), answers, done);
        }
        recordVersion(review, answers, done);
    }

    /** A gate that asks for evidence or votes keeps its version also where the reviewer did not say what they saw. */
    private static void recordVersion(DelegateTask review, Map<String, Object> answers, Supplier<ReviewedWork> done) {
        if (!GateTerms.of(answers).isPlain()
                && GateProcess.SEEN_VERSION.find(answers).isEmpty()) {
            GateProcess.SEEN_VERSION.set(review, done.get().version());
        }
    }
}

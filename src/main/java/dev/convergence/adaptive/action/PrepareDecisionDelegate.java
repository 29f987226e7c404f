package dev.convergence.adaptive.action;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.engine.Variable;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A person who is asked a second time answers anew. */
@ModelBean(value = "prepareDecision", reach = Reach.CAMPAIGN, in = AdaptationProcess.KEY)
class PrepareDecisionDelegate implements JavaDelegate {

    private static final List<Variable<String>> ANSWERS = List.of(
            AdaptationProcess.ACTION_APPROVED,
            AdaptationProcess.ACTION_COMMENT,
            AdaptationProcess.REFUSAL_ANSWER,
            AdaptationProcess.REFUSAL_COMMENT);

    private final Approvals approvals;
    private final ActionNotices notices;

    PrepareDecisionDelegate(Approvals approvals, ActionNotices notices) {
        this.approvals = approvals;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        ANSWERS.forEach(answer -> adaptation.removeVariable(answer.name()));
        Instant dueAt = approvals.dueAt(adaptation.getProcessBusinessKey(), notices.about(ActionNotices.APPROVE));
        AdaptationProcess.DUE_AT.handOn(adaptation, Date.from(dueAt));
    }
}

package dev.convergence.adaptive.action;

import dev.convergence.engine.ModelBean;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A person who is asked a second time answers anew. */
@ModelBean("prepareApproval")
class PrepareApprovalDelegate implements JavaDelegate {

    private final Approvals approvals;
    private final ActionNotices notices;

    PrepareApprovalDelegate(Approvals approvals, ActionNotices notices) {
        this.approvals = approvals;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        adaptation.removeVariable(AdaptationProcess.ACTION_APPROVED.name());
        adaptation.removeVariable(AdaptationProcess.ACTION_COMMENT.name());
        Instant dueAt = approvals.dueAt(adaptation.getProcessBusinessKey(), notices.about(ActionNotices.APPROVE));
        AdaptationProcess.DUE_AT.handOn(adaptation, Date.from(dueAt));
    }
}

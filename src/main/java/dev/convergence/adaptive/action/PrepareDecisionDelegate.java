package dev.convergence.adaptive.action;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.ProcessVariable;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A person who is asked a second time answers anew. */
@ModelBean(value = "prepareDecision", reach = BeanReach.CAMPAIGN, in = AdaptationProcess.KEY)
class PrepareDecisionDelegate implements JavaDelegate {

    private static final List<ProcessVariable<String>> ANSWERS = List.of(
            AdaptationProcess.ACTION_APPROVED,
            AdaptationProcess.ACTION_COMMENT,
            AdaptationProcess.REFUSAL_ANSWER,
            AdaptationProcess.REFUSAL_COMMENT);

    private final ApprovalService approvalService;
    private final ActionNotifier notices;

    PrepareDecisionDelegate(ApprovalService approvalService, ActionNotifier notices) {
        this.approvalService = approvalService;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        ANSWERS.forEach(answer -> adaptation.removeVariable(answer.name()));
        Instant dueAt =
                approvalService.dueAt(adaptation.getProcessBusinessKey(), notices.about(ActionNotifier.APPROVE));
        AdaptationProcess.DUE_AT.handOn(adaptation, Date.from(dueAt));
    }
}

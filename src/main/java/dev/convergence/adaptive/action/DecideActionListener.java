package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses whoever may not decide, and an answer that is not one; records the others. */
@ModelBean(value = "decideAction", reach = BeanReach.PERSON, in = AdaptationProcess.KEY)
class DecideActionListener implements TaskListener {

    private static final String NO = "no";
    private static final Set<String> ANSWERS = Set.of("yes", NO);

    private final ActionAuthority authority;
    private final ApprovalService approvalService;

    DecideActionListener(ActionAuthority authority, ApprovalService approvalService) {
        this.authority = authority;
        this.approvalService = approvalService;
    }

    @Override
    public void notify(DelegateTask approval) {
        authority.require(approval);
        approvalService.decided(
                approval.getExecution().getProcessBusinessKey(),
                AdaptiveProcess.ACTION_ID.get(approval),
                TaskAuthorReader.inWords(approval.getAssignee(), approval.getOwner()),
                comment(approval.getVariables()));
    }

    private static String comment(Map<String, Object> answer) {
        String approved = AdaptationProcess.ACTION_APPROVED.find(answer).orElse("");
        if (!ANSWERS.contains(approved)) {
            throw new RefusalException(AdaptationProcess.ACTION_APPROVED.name(), "must be yes or no");
        }
        return approved.equals(NO)
                ? TextValidator.require(AdaptationProcess.ACTION_COMMENT, answer, "say why the action is not to be")
                : TextValidator.optional(AdaptationProcess.ACTION_COMMENT, answer)
                        .orElse(null);
    }
}

package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.DoneBy;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.engine.Refusal;
import dev.convergence.engine.Texts;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses whoever may not decide, and an answer that is not one; records the others. */
@ModelBean(value = "decideAction", reach = Reach.PERSON, in = AdaptationProcess.KEY)
class DecideActionListener implements TaskListener {

    private static final String NO = "no";
    private static final Set<String> ANSWERS = Set.of("yes", NO);

    private final ActionAuthority authority;
    private final Approvals approvals;

    DecideActionListener(ActionAuthority authority, Approvals approvals) {
        this.authority = authority;
        this.approvals = approvals;
    }

    @Override
    public void notify(DelegateTask approval) {
        authority.require(approval);
        approvals.decided(
                approval.getExecution().getProcessBusinessKey(),
                AdaptiveProcess.ACTION_ID.get(approval),
                DoneBy.inWords(approval.getAssignee(), approval.getOwner()),
                comment(approval.getVariables()));
    }

    private static String comment(Map<String, Object> answer) {
        String approved = AdaptationProcess.ACTION_APPROVED.find(answer).orElse("");
        if (!ANSWERS.contains(approved)) {
            throw new Refusal(AdaptationProcess.ACTION_APPROVED.name(), "must be yes or no");
        }
        return approved.equals(NO)
                ? Texts.require(AdaptationProcess.ACTION_COMMENT, answer, "say why the action is not to be")
                : Texts.optional(AdaptationProcess.ACTION_COMMENT, answer).orElse(null);
    }
}

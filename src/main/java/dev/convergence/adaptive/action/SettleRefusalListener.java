package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.DoneBy;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Refusal;
import dev.convergence.engine.Texts;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses whoever may not decide what becomes of a refused action, and an answer that is not one; records the others. */
@ModelBean("settleRefusal")
class SettleRefusalListener implements TaskListener {

    private static final String GIVE_BACK = "giveBack";
    private static final Set<String> ANSWERS = Set.of("again", GIVE_BACK);

    private final ActionAuthority authority;
    private final Settlements settlements;

    SettleRefusalListener(ActionAuthority authority, Settlements settlements) {
        this.authority = authority;
        this.settlements = settlements;
    }

    @Override
    public void notify(DelegateTask settlement) {
        authority.require();
        settlements.settled(
                settlement.getExecution().getProcessBusinessKey(),
                AdaptiveProcess.ACTION_ID.get(settlement),
                DoneBy.inWords(settlement.getAssignee(), settlement.getOwner()),
                comment(settlement.getVariables()));
    }

    private static String comment(Map<String, Object> answer) {
        String settled = AdaptationProcess.REFUSAL_ANSWER.find(answer).orElse("");
        if (!ANSWERS.contains(settled)) {
            throw new Refusal(AdaptationProcess.REFUSAL_ANSWER.name(), "must be again or giveBack");
        }
        return settled.equals(GIVE_BACK)
                ? Texts.require(AdaptationProcess.REFUSAL_COMMENT, answer, "say why the action is not to be")
                : Texts.optional(AdaptationProcess.REFUSAL_COMMENT, answer).orElse(null);
    }
}

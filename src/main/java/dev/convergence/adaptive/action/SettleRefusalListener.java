package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.DoneBy;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.engine.Refusal;
import dev.convergence.engine.Texts;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses whoever may not decide what becomes of a refused action, and an answer that is not one; records the others. */
@ModelBean(value = "settleRefusal", reach = Reach.PERSON, in = AdaptationProcess.KEY)
class SettleRefusalListener implements TaskListener {

    private static final String AGAIN = "again";
    private static final String GIVE_BACK = "giveBack";

    private final ActionAuthority authority;
    private final Settlements settlements;

    SettleRefusalListener(ActionAuthority authority, Settlements settlements) {
        this.authority = authority;
        this.settlements = settlements;
    }

    @Override
    public void notify(DelegateTask settlement) {
        authority.require(settlement);
        String campaign = settlement.getExecution().getProcessBusinessKey();
        String action = AdaptiveProcess.ACTION_ID.get(settlement);
        String by = DoneBy.inWords(settlement.getAssignee(), settlement.getOwner());
        Map<String, Object> answer = settlement.getVariables();
        switch (AdaptationProcess.REFUSAL_ANSWER.find(answer).orElse("")) {
            case AGAIN -> settlements.again(campaign, action, by, comment(answer));
            case GIVE_BACK -> settlements.givenBack(campaign, action, by, reason(answer));
            default -> throw new Refusal(AdaptationProcess.REFUSAL_ANSWER.name(), "must be again or giveBack");
        }
    }

    private static String comment(Map<String, Object> answer) {
        return Texts.optional(AdaptationProcess.REFUSAL_COMMENT, answer).orElse(null);
    }

    private static String reason(Map<String, Object> answer) {
        return Texts.require(AdaptationProcess.REFUSAL_COMMENT, answer, "say why the action is not to be");
    }
}

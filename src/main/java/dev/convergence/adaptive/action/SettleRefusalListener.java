package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses whoever may not decide what becomes of a refused action, and an answer that is not one; records the others. */
@ModelBean(value = "settleRefusal", reach = BeanReach.PERSON, in = AdaptationProcess.KEY)
class SettleRefusalListener implements TaskListener {

    private static final String AGAIN = "again";
    private static final String GIVE_BACK = "giveBack";

    private final ActionAuthority authority;
    private final RefusalSettlementService refusalSettlementService;

    SettleRefusalListener(ActionAuthority authority, RefusalSettlementService refusalSettlementService) {
        this.authority = authority;
        this.refusalSettlementService = refusalSettlementService;
    }

    @Override
    public void notify(DelegateTask settlement) {
        authority.require(settlement);
        String campaign = settlement.getExecution().getProcessBusinessKey();
        String action = AdaptiveProcess.ACTION_ID.get(settlement);
        String by = TaskAuthorReader.inWords(settlement.getAssignee(), settlement.getOwner());
        Map<String, Object> answer = settlement.getVariables();
        switch (AdaptationProcess.REFUSAL_ANSWER.find(answer).orElse("")) {
            case AGAIN -> refusalSettlementService.again(campaign, action, by, comment(answer));
            case GIVE_BACK -> refusalSettlementService.givenBack(campaign, action, by, reason(answer));
            default -> throw new RefusalException(AdaptationProcess.REFUSAL_ANSWER.name(), "must be again or giveBack");
        }
    }

    private static String comment(Map<String, Object> answer) {
        return TextValidator.optional(AdaptationProcess.REFUSAL_COMMENT, answer).orElse(null);
    }

    private static String reason(Map<String, Object> answer) {
        return TextValidator.require(AdaptationProcess.REFUSAL_COMMENT, answer, "say why the action is not to be");
    }
}

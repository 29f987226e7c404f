package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "declineAction", reach = BeanReach.CAMPAIGN, in = AdaptationProcess.KEY)
class DeclineActionDelegate implements JavaDelegate {

    private final ActionCompletionService ends;

    DeclineActionDelegate(ActionCompletionService ends) {
        this.ends = ends;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        ends.declined(adaptation.getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(adaptation));
    }
}

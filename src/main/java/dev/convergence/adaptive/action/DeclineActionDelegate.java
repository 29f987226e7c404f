package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "declineAction", reach = Reach.CAMPAIGN, in = AdaptationProcess.KEY)
class DeclineActionDelegate implements JavaDelegate {

    private final ActionEnds ends;

    DeclineActionDelegate(ActionEnds ends) {
        this.ends = ends;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        ends.declined(adaptation.getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(adaptation));
    }
}

package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("declineAction")
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

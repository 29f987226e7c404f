package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("recordAction")
class RecordActionDelegate implements JavaDelegate {

    private final ActionEnds ends;

    RecordActionDelegate(ActionEnds ends) {
        this.ends = ends;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        ends.done(adaptation.getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(adaptation));
    }
}

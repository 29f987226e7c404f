package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "recordAction", reach = Reach.CAMPAIGN, in = AdaptationProcess.KEY)
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

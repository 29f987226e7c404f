package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "correctPlatform", reach = Reach.CAMPAIGN, in = AdaptationProcess.KEY)
class CorrectPlatformDelegate implements JavaDelegate {

    private final Corrections corrections;

    CorrectPlatformDelegate(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        corrections.tell(adaptation.getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(adaptation));
    }
}

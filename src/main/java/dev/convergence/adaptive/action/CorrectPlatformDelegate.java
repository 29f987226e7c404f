package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("correctPlatform")
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

package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("tellPlatform")
class TellPlatformDelegate implements JavaDelegate {

    private final Telling telling;

    TellPlatformDelegate(Telling telling) {
        this.telling = telling;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        Telling.Variants variants = new Telling.Variants(
                AdaptationProcess.VARIANTS_RESULT.find(adaptation).orElse(""),
                AdaptationProcess.VARIANTS_LINKS.find(adaptation).orElse(""));
        boolean told =
                telling.tell(adaptation.getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(adaptation), variants);
        if (!told) {
            throw new BpmnError(AdaptationProcess.AUTOMATION_OFF);
        }
    }
}

package dev.convergence.adaptive.action.dispatch;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.action.AdaptationProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "correctPlatform", reach = BeanReach.CAMPAIGN, in = AdaptationProcess.KEY)
class CorrectPlatformDelegate implements JavaDelegate {

    private final PlatformCorrectionService platformCorrectionService;

    CorrectPlatformDelegate(PlatformCorrectionService platformCorrectionService) {
        this.platformCorrectionService = platformCorrectionService;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        platformCorrectionService.tell(adaptation.getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(adaptation));
    }
}

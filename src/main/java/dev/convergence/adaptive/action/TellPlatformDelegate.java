package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.platform.Handover;
import dev.convergence.adaptive.platform.PlatformFailed;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import java.util.Date;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "tellPlatform", reach = Reach.CAMPAIGN, in = AdaptationProcess.KEY)
class TellPlatformDelegate implements JavaDelegate {

    private final Telling telling;
    private final Settlements settlements;

    TellPlatformDelegate(Telling telling, Settlements settlements) {
        this.telling = telling;
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        Telling.Variants variants = new Telling.Variants(
                AdaptationProcess.VARIANTS_RESULT.find(adaptation).orElse(""),
                AdaptationProcess.VARIANTS_LINKS.find(adaptation).orElse(""));
        Handover handover =
                tell(adaptation.getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(adaptation), variants);
        if (handover.isWithdrawn()) {
            throw new BpmnError(AdaptationProcess.AUTOMATION_OFF);
        }
        AdaptationProcess.TRY_AGAIN_AT.handOn(
                adaptation, handover.tryAgainAt().map(Date::from).orElse(null));
    }

    /** What may pass is tried again by the engine; what does not is for a person. */
    private Handover tell(String campaign, String action, Telling.Variants variants) {
        try {
            return telling.tell(campaign, action, variants);
        } catch (PlatformFailed failure) {
            if (!failure.isFinal()) {
                throw failure;
            }
            settlements.refused(campaign, action, failure.getMessage());
            throw new BpmnError(AdaptationProcess.INSTRUCTION_REFUSED);
        }
    }
}

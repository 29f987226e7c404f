package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.action.dispatch.PlatformDispatcher;
import dev.convergence.adaptive.platform.DispatchResult;
import dev.convergence.adaptive.platform.PlatformFailedException;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.util.Date;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "tellPlatform", reach = BeanReach.CAMPAIGN, in = AdaptationProcess.KEY)
class TellPlatformDelegate implements JavaDelegate {

    private final PlatformDispatcher platformDispatcher;
    private final RefusalSettlementService refusalSettlementService;

    TellPlatformDelegate(PlatformDispatcher platformDispatcher, RefusalSettlementService refusalSettlementService) {
        this.platformDispatcher = platformDispatcher;
        this.refusalSettlementService = refusalSettlementService;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        PlatformDispatcher.Variants variants = new PlatformDispatcher.Variants(
                AdaptationProcess.VARIANTS_RESULT.find(adaptation).orElse(""),
                AdaptationProcess.VARIANTS_LINKS.find(adaptation).orElse(""));
        DispatchResult dispatchResult =
                tell(adaptation.getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(adaptation), variants);
        if (dispatchResult.isWithdrawn()) {
            throw new BpmnError(AdaptationProcess.AUTOMATION_OFF);
        }
        AdaptationProcess.TRY_AGAIN_AT.handOn(
                adaptation, dispatchResult.tryAgainAt().map(Date::from).orElse(null));
    }

    /** What may pass is tried again by the engine; what does not is for a person. */
    private DispatchResult tell(String campaign, String action, PlatformDispatcher.Variants variants) {
        try {
            return platformDispatcher.tell(campaign, action, variants);
        } catch (PlatformFailedException failure) {
            if (!failure.isFinal()) {
                throw failure;
            }
            refusalSettlementService.refused(campaign, action, failure.getMessage());
            throw new BpmnError(AdaptationProcess.INSTRUCTION_REFUSED);
        }
    }
}

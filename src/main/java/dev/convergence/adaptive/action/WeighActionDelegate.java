package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "weighAction", reach = BeanReach.CAMPAIGN, in = AdaptationProcess.KEY)
class WeighActionDelegate implements JavaDelegate {

    private final ActionAssessmentService actionAssessmentService;

    WeighActionDelegate(ActionAssessmentService actionAssessmentService) {
        this.actionAssessmentService = actionAssessmentService;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        String action = AdaptiveProcess.ACTION_ID.get(adaptation);
        AdaptationProcess.Decider decider = actionAssessmentService.weigh(adaptation.getProcessBusinessKey(), action);
        AdaptationProcess.ACTION_DECIDER.handOn(adaptation, decider.name());
        AdaptationProcess.WEIGHED.handOn(adaptation, new AssessedAction(action, decider));
    }
}

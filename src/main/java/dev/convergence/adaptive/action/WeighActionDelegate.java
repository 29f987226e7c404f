package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "weighAction", reach = Reach.CAMPAIGN, in = AdaptationProcess.KEY)
class WeighActionDelegate implements JavaDelegate {

    private final Weighing weighing;

    WeighActionDelegate(Weighing weighing) {
        this.weighing = weighing;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        String action = AdaptiveProcess.ACTION_ID.get(adaptation);
        AdaptationProcess.Decider decider = weighing.weigh(adaptation.getProcessBusinessKey(), action);
        AdaptationProcess.ACTION_DECIDER.handOn(adaptation, decider.name());
        AdaptationProcess.WEIGHED.handOn(adaptation, new Weighed(action, decider));
    }
}

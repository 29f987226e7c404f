package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("weighAction")
class WeighActionDelegate implements JavaDelegate {

    private final Weighing weighing;

    WeighActionDelegate(Weighing weighing) {
        this.weighing = weighing;
    }

    @Override
    public void execute(DelegateExecution adaptation) {
        AdaptationProcess.ACTION_DECIDER.handOn(
                adaptation,
                weighing.weigh(adaptation.getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(adaptation))
                        .name());
    }
}

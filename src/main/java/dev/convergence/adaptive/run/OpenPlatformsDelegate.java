package dev.convergence.adaptive.run;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.action.dispatch.OpeningBudgetDispatcher;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "openPlatforms", reach = BeanReach.CAMPAIGN)
class OpenPlatformsDelegate implements JavaDelegate {

    private final OpeningBudgetDispatcher opening;

    OpenPlatformsDelegate(OpeningBudgetDispatcher opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution pattern) {
        AdaptiveProcess.TRY_AGAIN_AT.handOn(
                pattern,
                opening.open(pattern.getProcessBusinessKey()).map(Date::from).orElse(null));
    }
}

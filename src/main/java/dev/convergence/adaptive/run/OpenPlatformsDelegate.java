package dev.convergence.adaptive.run;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.action.PlatformOpening;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "openPlatforms", reach = Reach.CAMPAIGN)
class OpenPlatformsDelegate implements JavaDelegate {

    private final PlatformOpening opening;

    OpenPlatformsDelegate(PlatformOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution pattern) {
        AdaptiveProcess.TRY_AGAIN_AT.handOn(
                pattern,
                opening.open(pattern.getProcessBusinessKey()).map(Date::from).orElse(null));
    }
}

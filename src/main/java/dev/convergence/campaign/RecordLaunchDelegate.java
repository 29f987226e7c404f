package dev.convergence.campaign;

import dev.convergence.engine.ModelBean;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("recordLaunch")
class RecordLaunchDelegate implements JavaDelegate {

    private final Clock clock;

    RecordLaunchDelegate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution campaign) {
        CampaignProcess.LAUNCHED_AT.set(campaign, clock.instant().toString());
    }
}

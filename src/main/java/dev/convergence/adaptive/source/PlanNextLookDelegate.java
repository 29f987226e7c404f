package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "planNextLook", reach = Reach.CAMPAIGN, in = SourceWatchProcess.KEY)
class PlanNextLookDelegate implements JavaDelegate {

    private final SourceWatch watch;
    private final Clock clock;

    PlanNextLookDelegate(SourceWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (SourceWatchProcess.LISTENED_SINCE.find(execution).isEmpty()) {
            SourceWatchProcess.LISTENED_SINCE.set(execution, Date.from(clock.instant()));
        }
        SourceWatchProcess.NEXT_LOOK_AT.handOn(
                execution,
                Date.from(watch.nextLook(
                        execution.getProcessBusinessKey(),
                        AdaptiveProcess.SOURCE_ID.get(execution),
                        SourceWatchProcess.LISTENED_SINCE.get(execution).toInstant())));
    }
}

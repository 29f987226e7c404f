package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "planNextLook", reach = BeanReach.CAMPAIGN, in = SourceWatchProcess.KEY)
class PlanNextLookDelegate implements JavaDelegate {

    private final SilenceMonitor watch;
    private final Clock clock;

    PlanNextLookDelegate(SilenceMonitor watch, Clock clock) {
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

package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("planNextLook")
class PlanNextLookDelegate implements JavaDelegate {

    private final SourceWatch watch;

    PlanNextLookDelegate(SourceWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SourceWatchProcess.NEXT_LOOK_AT.handOn(
                execution,
                Date.from(watch.nextLook(
                        execution.getProcessBusinessKey(),
                        AdaptiveProcess.SOURCE_ID.get(execution),
                        SourceWatchProcess.LISTENED_SINCE.find(execution).map(Date::toInstant))));
    }
}

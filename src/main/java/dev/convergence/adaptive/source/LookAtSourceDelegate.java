package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "lookAtSource", reach = Reach.CAMPAIGN, in = SourceWatchProcess.KEY)
class LookAtSourceDelegate implements JavaDelegate {

    private final SourceWatch watch;

    LookAtSourceDelegate(SourceWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SourceWatch.Look look = watch.look(
                execution.getProcessBusinessKey(),
                AdaptiveProcess.SOURCE_ID.get(execution),
                SourceWatchProcess.LISTENED_SINCE.get(execution).toInstant());
        SourceWatchProcess.HEARD_SINCE.handOn(execution, look == SourceWatch.Look.HEARD);
        SourceWatchProcess.SOURCE_GONE.handOn(execution, look == SourceWatch.Look.GONE);
    }
}

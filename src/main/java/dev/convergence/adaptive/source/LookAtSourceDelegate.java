package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "lookAtSource", reach = BeanReach.CAMPAIGN, in = SourceWatchProcess.KEY)
class LookAtSourceDelegate implements JavaDelegate {

    private final SilenceMonitor watch;

    LookAtSourceDelegate(SilenceMonitor watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SilenceMonitor.Look look = watch.look(
                execution.getProcessBusinessKey(),
                AdaptiveProcess.SOURCE_ID.get(execution),
                SourceWatchProcess.LISTENED_SINCE.get(execution).toInstant());
        SourceWatchProcess.HEARD_SINCE.handOn(execution, look == SilenceMonitor.Look.HEARD);
        SourceWatchProcess.SOURCE_GONE.handOn(execution, look == SilenceMonitor.Look.GONE);
    }
}

package dev.convergence.adaptive.run;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** When a live campaign ends; going live has settled it. */
@ModelBean(value = "liveUntil", reach = BeanReach.CAMPAIGN)
public class LiveEndResolver {

    private final RuntimeService runtime;

    LiveEndResolver(RuntimeService runtime) {
        this.runtime = runtime;
    }

    public Date of(DelegateExecution execution) {
        String campaign = ((ProcessInstance) execution).getRootProcessInstanceId();
        return Date.from(Instant.parse((String) runtime.getVariable(campaign, AdaptiveProcess.PLANNED_END.name())));
    }
}

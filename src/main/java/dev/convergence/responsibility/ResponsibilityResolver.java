package dev.convergence.responsibility;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What models ask the responsibility matrix, as in {@code ${responsibility.does(execution, 'write-brief')}}. */
@ModelBean(value = ResponsibilityResolver.NAME, reach = BeanReach.ANYWHERE)
public class ResponsibilityResolver {

    static final String NAME = "responsibility";

    private final ResponsibilityMatrixDecision matrix;
    private final CampaignContext.Reader campaigns;

    ResponsibilityResolver(ResponsibilityMatrixDecision matrix, CampaignContext.Reader campaigns) {
        this.matrix = matrix;
        this.campaigns = campaigns;
    }

    /** The groups that do a task: its candidates. */
    public List<String> does(DelegateExecution execution, String task) {
        return of(execution, task).responsible();
    }

    /** The one group that hands over. */
    public String handsOver(DelegateExecution execution, String handoff) {
        return does(execution, handoff).get(0);
    }

    /** The one group that decides a gate or accepts a handoff. */
    public String decides(DelegateExecution execution, String task) {
        return of(execution, task).accountable();
    }

    private Responsibility of(DelegateExecution execution, String task) {
        return matrix.of(task, campaigns.of(execution).pattern().orElse(null));
    }
}

package dev.convergence.campaign.request;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.RefusalException;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * The elements of a pattern that its campaign has switched on, each on its own; models ask as in
 * {@code ${elements.on(execution, 'weeklySync')}}.
 */
@ModelBean(value = "elements", reach = BeanReach.CAMPAIGN)
public class CampaignElementResolver {

    private final RuntimeService runtime;

    CampaignElementResolver(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Whether the brief switched an element on; what was never spoken of is as its pattern has it. */
    public boolean on(DelegateExecution execution, String element) {
        String campaign = ((ProcessInstance) execution).getRootProcessInstanceId();
        Object on = runtime.getVariable(campaign, element);
        return on == null ? byPattern(runtime.getVariable(campaign, CampaignContext.PATTERN.name())) : on.equals(true);
    }

    /**
     * Writes down what is on: what was asked for, the rest as the pattern has it.
     *
     * @throws Refusal where the pattern cannot be without
     */
    public static void settle(DelegateExecution campaign, String pattern) {
        boolean byPattern = byPattern(pattern);
        for (ProcessVariable<Boolean> element :
                List.of(CampaignProcess.SHARED_MILESTONES, CampaignProcess.WEEKLY_SYNC)) {
            element.set(campaign, element.find(campaign).orElse(byPattern));
        }
        check(CampaignProcess.SHARED_MILESTONES.get(campaign), pattern);
    }

    /** @throws Refusal where the pattern cannot be without */
    public static void check(boolean sharedMilestones, String pattern) {
        if (!sharedMilestones && "parallel".equals(pattern)) {
            throw new RefusalException(
                    CampaignProcess.SHARED_MILESTONES.name(),
                    "cannot be switched off: the tracks of a parallel campaign join at them");
        }
    }

    /** A parallel campaign has both; a sequential one meets at its gates, an adaptive one in stand-ups. */
    static boolean byPattern(Object pattern) {
        return "parallel".equals(pattern);
    }
}

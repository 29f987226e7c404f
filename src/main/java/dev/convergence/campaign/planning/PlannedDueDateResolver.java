package dev.convergence.campaign.planning;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.request.CampaignPlanRepository;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The due date of a stage's work: the close of business of its planned day, where the plan names the stage. */
@ModelBean(value = "plannedDueDate", reach = BeanReach.CAMPAIGN)
public class PlannedDueDateResolver {

    private final CampaignContext.Reader campaigns;
    private final CampaignPlanRepository plans;
    private final WorkingCalendarRegistry calendars;

    PlannedDueDateResolver(
            CampaignContext.Reader campaigns, CampaignPlanRepository plans, WorkingCalendarRegistry calendars) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.calendars = calendars;
    }

    /** The due date, or null where the plan does not name the stage. */
    public Date of(DelegateExecution execution, String stage) {
        return plans.of(campaigns.of(execution))
                .entry(stage)
                .map(entry -> Date.from(calendars.ofGroup(entry.group()).closeOf(entry.due())))
                .orElse(null);
    }
}

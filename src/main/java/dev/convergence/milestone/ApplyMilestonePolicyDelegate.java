package dev.convergence.milestone;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.escalation.Deadline;
import dev.convergence.escalation.DeadlineCalculator;
import dev.convergence.escalation.wait.StallKind;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "applyMilestonePolicy", reach = BeanReach.CAMPAIGN, in = MilestoneProcess.KEY)
class ApplyMilestonePolicyDelegate implements JavaDelegate {

    private final DeadlineCalculator deadlineCalculator;
    private final CampaignContext.Reader campaigns;
    private final MilestoneDateNotifier dates;

    ApplyMilestonePolicyDelegate(
            DeadlineCalculator deadlineCalculator, CampaignContext.Reader campaigns, MilestoneDateNotifier dates) {
        this.deadlineCalculator = deadlineCalculator;
        this.campaigns = campaigns;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution milestone) {
        Deadline deadline = deadlineCalculator.startingNow(
                StallKind.MISSED_MILESTONE,
                MilestoneProcess.MILESTONE_ID.get(milestone),
                campaigns.of(milestone),
                milestone.getVariables());
        MilestoneProcess.ACCOUNTABLE_GROUP.handOn(
                milestone, List.of(deadline.policy().group()));
        MilestoneProcess.DUE_AT.handOn(milestone, Date.from(deadline.dueAt()));
        MilestoneProcess.FIRST_RUNG_AT.handOn(milestone, Date.from(deadline.firstRungAt()));
        dates.set(milestone, deadline.dueAt());
    }
}

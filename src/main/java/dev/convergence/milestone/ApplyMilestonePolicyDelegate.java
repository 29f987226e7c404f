package dev.convergence.milestone;

import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.escalation.Deadline;
import dev.convergence.escalation.Deadlines;
import dev.convergence.escalation.StallKind;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "applyMilestonePolicy", reach = Reach.CAMPAIGN, in = MilestoneProcess.KEY)
class ApplyMilestonePolicyDelegate implements JavaDelegate {

    private final Deadlines deadlines;
    private final CampaignContext.Reader campaigns;
    private final MilestoneDates dates;

    ApplyMilestonePolicyDelegate(Deadlines deadlines, CampaignContext.Reader campaigns, MilestoneDates dates) {
        this.deadlines = deadlines;
        this.campaigns = campaigns;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution milestone) {
        Deadline deadline = deadlines.startingNow(
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

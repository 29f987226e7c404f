package dev.convergence.handoff;

import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.escalation.Deadline;
import dev.convergence.escalation.Deadlines;
import dev.convergence.escalation.StallKind;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "applyHandoffPolicy", reach = Reach.CAMPAIGN, in = HandoffProcess.KEY)
class ApplyHandoffPolicyDelegate implements JavaDelegate {

    private final Deadlines deadlines;
    private final CampaignContext.Reader campaigns;

    ApplyHandoffPolicyDelegate(Deadlines deadlines, CampaignContext.Reader campaigns) {
        this.deadlines = deadlines;
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution handoff) {
        Deadline deadline = deadlines.startingNow(
                StallKind.DROPPED_HANDOFF,
                HandoffProcess.HANDOFF_ID.get(handoff),
                campaigns.of(handoff),
                handoff.getVariables());
        HandoffProcess.DUE_AT.handOn(handoff, Date.from(deadline.dueAt()));
        HandoffProcess.FIRST_RUNG_AT.handOn(handoff, Date.from(deadline.firstRungAt()));
    }
}

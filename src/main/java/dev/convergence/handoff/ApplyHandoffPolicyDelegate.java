package dev.convergence.handoff;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.escalation.Deadline;
import dev.convergence.escalation.DeadlineCalculator;
import dev.convergence.escalation.wait.StallKind;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "applyHandoffPolicy", reach = BeanReach.CAMPAIGN, in = HandoffProcess.KEY)
class ApplyHandoffPolicyDelegate implements JavaDelegate {

    private final DeadlineCalculator deadlineCalculator;
    private final CampaignContext.Reader campaigns;

    ApplyHandoffPolicyDelegate(DeadlineCalculator deadlineCalculator, CampaignContext.Reader campaigns) {
        this.deadlineCalculator = deadlineCalculator;
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution handoff) {
        Deadline deadline = deadlineCalculator.startingNow(
                StallKind.DROPPED_HANDOFF,
                HandoffProcess.HANDOFF_ID.get(handoff),
                campaigns.of(handoff),
                handoff.getVariables());
        HandoffProcess.DUE_AT.handOn(handoff, Date.from(deadline.dueAt()));
        HandoffProcess.FIRST_RUNG_AT.handOn(handoff, Date.from(deadline.firstRungAt()));
    }
}

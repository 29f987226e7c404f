package dev.convergence.gate.review;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.escalation.Deadline;
import dev.convergence.escalation.DeadlineCalculator;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.gate.GateProcess;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "applyGatePolicy", reach = BeanReach.CAMPAIGN, in = GateProcess.KEY)
class ApplyGatePolicyDelegate implements JavaDelegate {

    private final DeadlineCalculator deadlineCalculator;
    private final CampaignContext.Reader campaigns;
    private final GateOpeningService opening;

    ApplyGatePolicyDelegate(
            DeadlineCalculator deadlineCalculator, CampaignContext.Reader campaigns, GateOpeningService opening) {
        this.deadlineCalculator = deadlineCalculator;
        this.campaigns = campaigns;
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution gate) {
        CampaignContext campaign = campaigns.of(gate);
        opening.inheritOverrides(gate);
        Map<String, Object> overrides = gate.getVariables();
        Deadline deadline = deadlineCalculator.startingNow(
                StallKind.STALLED_GATE, GateProcess.GATE_ID.get(gate), campaign, overrides);
        CampaignContext.NAME.handOn(gate, campaign.name());
        GateProcess.DUE_AT.handOn(gate, Date.from(deadline.dueAt()));
        GateProcess.FIRST_RUNG_AT.handOn(gate, Date.from(deadline.firstRungAt()));
        if (GateProcess.VOTER.find(overrides).isPresent()) {
            opening.ofVote(gate, campaign);
        } else {
            opening.of(gate, campaign, deadline.policy());
        }
    }
}

package dev.convergence.gate;

import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.ModelBean;
import dev.convergence.escalation.Deadline;
import dev.convergence.escalation.Deadlines;
import dev.convergence.escalation.StallKind;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("applyGatePolicy")
class ApplyGatePolicyDelegate implements JavaDelegate {

    private final Deadlines deadlines;
    private final CampaignContext.Reader campaigns;

    ApplyGatePolicyDelegate(Deadlines deadlines, CampaignContext.Reader campaigns) {
        this.deadlines = deadlines;
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution gate) {
        CampaignContext campaign = campaigns.of(gate);
        Deadline deadline = deadlines.startingNow(
                StallKind.STALLED_GATE, GateProcess.GATE_ID.get(gate), campaign, gate.getVariables());
        CampaignContext.NAME.handOn(gate, campaign.name());
        GateProcess.ACCOUNTABLE_GROUP.handOn(gate, deadline.group());
        GateProcess.DUE_AT.handOn(gate, Date.from(deadline.dueAt()));
        GateProcess.FIRST_RUNG_AT.handOn(gate, Date.from(deadline.firstRungAt()));
    }
}

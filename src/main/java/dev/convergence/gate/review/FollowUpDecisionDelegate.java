package dev.convergence.gate.review;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.gate.GateDecider;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.condition.ConditionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** What a decision sets going: its conditions, and the word to those who are informed. A vote alone sets nothing going. */
@ModelBean(value = "followUpDecision", reach = BeanReach.CAMPAIGN, in = GateProcess.KEY)
class FollowUpDecisionDelegate implements JavaDelegate {

    private final ConditionService conditionService;
    private final DecisionNotifier notices;
    private final CampaignContext.Reader campaigns;
    private final GateDeciderResolver deciders;

    FollowUpDecisionDelegate(
            ConditionService conditionService,
            DecisionNotifier notices,
            CampaignContext.Reader campaigns,
            GateDeciderResolver deciders) {
        this.deciders = deciders;
        this.conditionService = conditionService;
        this.notices = notices;
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution gate) {
        if (GateProcess.VOTER.find(gate).isPresent()) {
            return;
        }
        GateDecider decider = deciders.of(gate);
        notices.publish(gate, decider);
        GateTerms terms = GateTerms.of(gate);
        boolean onConditions = GateOutcome.APPROVED_WITH_CONDITIONS.isThat(GateProcess.GATE_OUTCOME.find(gate));
        if (!onConditions && terms.informed().isEmpty()) {
            return;
        }
        CampaignContext campaign = campaigns.of(gate);
        if (onConditions) {
            conditionService.set(gate, campaign);
        }
        notices.tell(gate, campaign, terms.informed(), decider);
    }
}

package dev.convergence.proposal;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A proposal is adopted only once what it asks for is deployed. */
@ModelBean(value = "weighProposal", reach = BeanReach.PERSON, in = ProposalProcess.KEY)
class WeighProposalListener implements TaskListener {

    private final ProposalDecisionService weighing;

    WeighProposalListener(ProposalDecisionService weighing) {
        this.weighing = weighing;
    }

    @Override
    public void notify(DelegateTask task) {
        weighing.weigh(task);
    }
}

package dev.convergence.proposal;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.CallActivityNameReader;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names the task after what is to be changed. */
@ModelBean(value = "labelProposal", reach = BeanReach.PRODUCT, in = ProposalProcess.KEY)
class LabelProposalListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        ProposalTarget target = Proposal.in(task.getVariables()).target();
        task.setName(CallActivityNameReader.label(task, target.inWords()));
    }
}

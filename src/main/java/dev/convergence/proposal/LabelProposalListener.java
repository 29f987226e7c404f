package dev.convergence.proposal;

import dev.convergence.engine.CallerName;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names the task after what is to be changed. */
@ModelBean(value = "labelProposal", reach = Reach.PRODUCT, in = ProposalProcess.KEY)
class LabelProposalListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        ProposalTarget target = Proposal.in(task.getVariables()).target();
        task.setName(CallerName.label(task, target.inWords()));
    }
}

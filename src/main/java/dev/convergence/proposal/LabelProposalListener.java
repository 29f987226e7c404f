package dev.convergence.proposal;

import dev.convergence.engine.CallerName;
import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names the task after what is to be changed. */
@ModelBean("labelProposal")
class LabelProposalListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        ProposalTarget target = Proposal.in(task.getVariables()).target();
        task.setName(CallerName.label(task, target.inWords()));
    }
}

package dev.convergence.adaptive;

import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("tellCampaign")
class TellCampaignDelegate implements JavaDelegate {

    private final AdaptiveWorkflow workflow;

    TellCampaignDelegate(AdaptiveWorkflow workflow) {
        this.workflow = workflow;
    }

    @Override
    public void execute(DelegateExecution followUp) {
        workflow.told(
                followUp.getProcessBusinessKey(),
                FollowUpProcess.MESSAGE.get(followUp),
                FollowUpProcess.SUBJECT.get(followUp));
    }
}

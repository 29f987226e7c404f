package dev.convergence.adaptive;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "tellCampaign", reach = BeanReach.PRODUCT, in = FollowUpProcess.KEY)
class TellCampaignDelegate implements JavaDelegate {

    private final AdaptiveWorkflow workflow;

    TellCampaignDelegate(AdaptiveWorkflow workflow) {
        this.workflow = workflow;
    }

    @Override
    public void execute(DelegateExecution followUp) {
        FollowUpProcess.FOLLOW_UPS
                .get(followUp)
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(parts -> workflow.told(followUp.getProcessBusinessKey(), parts[0], parts[1]));
    }
}

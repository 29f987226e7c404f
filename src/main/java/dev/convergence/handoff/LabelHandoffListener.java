package dev.convergence.handoff;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.CallActivityNameReader;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names both tasks of a handoff after the activity that calls this process, and after their campaign. */
@ModelBean(value = "labelHandoff", reach = BeanReach.CAMPAIGN, in = HandoffProcess.KEY)
class LabelHandoffListener implements TaskListener {

    private final CampaignContext.Reader campaigns;

    LabelHandoffListener(CampaignContext.Reader campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateTask task) {
        String id = HandoffProcess.HANDOFF_ID.get(task);
        String name = HandoffProcess.HANDOFF_NAME.find(task).orElseGet(() -> CallActivityNameReader.of(task, id));
        HandoffProcess.HANDOFF_ID.setLocal(task, id);
        HandoffProcess.HANDOFF_NAME.setLocal(task, name);
        Optional.ofNullable(campaigns.of(task.getExecution()).name())
                .ifPresent(campaign -> CampaignContext.NAME.setLocal(task, campaign));
        task.setName(CallActivityNameReader.label(task, name));
    }
}

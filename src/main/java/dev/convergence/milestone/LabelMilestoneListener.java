package dev.convergence.milestone;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.CallActivityNameReader;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names the task after the activity that calls this process, and after its campaign. */
@ModelBean(value = "labelMilestone", reach = BeanReach.CAMPAIGN, in = MilestoneProcess.KEY)
class LabelMilestoneListener implements TaskListener {

    private final CampaignContext.Reader campaigns;

    LabelMilestoneListener(CampaignContext.Reader campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateTask task) {
        String id = MilestoneProcess.MILESTONE_ID.get(task);
        String name = CallActivityNameReader.of(task, id);
        MilestoneProcess.MILESTONE_ID.setLocal(task, id);
        MilestoneProcess.MILESTONE_NAME.setLocal(task, name);
        String campaign = campaigns.of(task.getExecution()).name();
        if (campaign != null) {
            CampaignContext.NAME.setLocal(task, campaign);
        }
        task.setName(CallActivityNameReader.label(task, name));
    }
}

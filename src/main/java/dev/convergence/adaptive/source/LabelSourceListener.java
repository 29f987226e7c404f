package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.CallActivityNameReader;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names a task after its source, and after its campaign. */
@ModelBean(
        value = "labelSource",
        reach = BeanReach.CAMPAIGN,
        in = {SourceWatchProcess.KEY, SourceCheckProcess.KEY})
class LabelSourceListener implements TaskListener {

    private final SourceOwnerResolver owners;
    private final CampaignContext.Reader campaigns;

    LabelSourceListener(SourceOwnerResolver owners, CampaignContext.Reader campaigns) {
        this.owners = owners;
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateTask task) {
        String source = AdaptiveProcess.SOURCE_ID.get(task);
        String name = owners.name(source);
        AdaptiveProcess.SOURCE_ID.setLocal(task, source);
        SourceWatchProcess.SOURCE_NAME.setLocal(task, name);
        String campaign = campaigns.of(task.getExecution()).name();
        if (campaign != null) {
            CampaignContext.NAME.setLocal(task, campaign);
        }
        task.setName(CallActivityNameReader.label(task, name));
    }
}

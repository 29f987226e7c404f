package dev.convergence.rhythm;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names a sync's task after its kind and day, and lets it keep when it was due, also once the next one is planned. */
@ModelBean(value = "labelSync", reach = BeanReach.CAMPAIGN, in = SyncProcess.KEY)
class LabelSyncListener implements TaskListener {

    private final CampaignContext.Reader campaigns;

    LabelSyncListener(CampaignContext.Reader campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateTask task) {
        CampaignContext campaign = campaigns.of(task.getExecution());
        task.setName(SyncProcess.SYNC_LABEL.get(task));
        SyncProcess.SYNC_AT.setLocal(task, SyncProcess.NEXT_SYNC_AT.get(task));
        SyncProcess.SYNC_MINUTES.setLocal(task, SyncProcess.SYNC_MINUTES.get(task));
        if (campaign.key() != null) {
            CampaignContext.NAME.setLocal(task, campaign.name());
        }
    }
}

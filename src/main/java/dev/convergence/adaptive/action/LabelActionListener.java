package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.CallerName;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names a task after its action and its campaign, and tells those whom it waits for. */
@ModelBean(value = "labelAction", reach = Reach.CAMPAIGN, in = AdaptationProcess.KEY)
class LabelActionListener implements TaskListener {

    private final LedgerEntries entries;
    private final CampaignContext.Reader campaigns;
    private final ActionNotices notices;

    LabelActionListener(LedgerEntries entries, CampaignContext.Reader campaigns, ActionNotices notices) {
        this.entries = entries;
        this.campaigns = campaigns;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        CampaignContext campaign = campaigns.of(task.getExecution());
        LedgerEntry action = entries.require(campaign.key(), AdaptiveProcess.ACTION_ID.get(task));
        CampaignContext.NAME.setLocal(task, campaign.name());
        boolean variants = task.getTaskDefinitionKey().equals(AdaptationProcess.MAKE_VARIANTS);
        task.setName(CallerName.label(task, variants ? ActionWords.subject(action) : ActionWords.label(action)));
        switch (task.getTaskDefinitionKey()) {
            case AdaptationProcess.MAKE_VARIANTS -> notices.askedForVariants(action, campaign.name(), task.getId());
            case AdaptationProcess.SETTLE_REFUSAL -> notices.askedToSettle(action, campaign.name(), task.getId());
            default -> notices.askedToDecide(action, campaign.name(), task.getId());
        }
    }
}

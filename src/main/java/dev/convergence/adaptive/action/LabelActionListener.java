package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.CallActivityNameReader;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names a task after its action and its campaign, and tells those whom it waits for. */
@ModelBean(value = "labelAction", reach = BeanReach.CAMPAIGN, in = AdaptationProcess.KEY)
class LabelActionListener implements TaskListener {

    private final LedgerRepository entries;
    private final CampaignContext.Reader campaigns;
    private final ActionNotifier notices;

    LabelActionListener(LedgerRepository entries, CampaignContext.Reader campaigns, ActionNotifier notices) {
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
        task.setName(
                CallActivityNameReader.label(task, variants ? ActionTexts.subject(action) : ActionTexts.label(action)));
        switch (task.getTaskDefinitionKey()) {
            case AdaptationProcess.MAKE_VARIANTS -> notices.askedForVariants(action, campaign.name(), task.getId());
            case AdaptationProcess.SETTLE_REFUSAL -> notices.askedToSettle(action, campaign.name(), task.getId());
            default -> notices.askedToDecide(action, campaign.name(), task.getId());
        }
    }
}

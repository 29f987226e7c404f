package dev.convergence.milestone;

import dev.convergence.context.CampaignContext;
import dev.convergence.context.CampaignLock;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "recordMilestone", reach = BeanReach.CAMPAIGN, in = MilestoneProcess.KEY)
class RecordMilestoneDelegate implements JavaDelegate {

    private final OpenMilestoneService milestones;
    private final MilestoneNotifier notices;
    private final CampaignContext.Reader campaigns;
    private final EventPublisher eventPublisher;
    private final CampaignLock lock;
    private final MilestoneDeciderResolver deciders;

    RecordMilestoneDelegate(
            OpenMilestoneService milestones,
            MilestoneNotifier notices,
            CampaignContext.Reader campaigns,
            EventPublisher eventPublisher,
            CampaignLock lock,
            MilestoneDeciderResolver deciders) {
        this.deciders = deciders;
        this.milestones = milestones;
        this.notices = notices;
        this.campaigns = campaigns;
        this.eventPublisher = eventPublisher;
        this.lock = lock;
    }

    @Override
    public void execute(DelegateExecution milestone) {
        String campaign = milestone.getProcessBusinessKey();
        lock.hold(campaign);
        String id = MilestoneProcess.MILESTONE_ID.get(milestone);
        notices.tell(milestone, MilestoneTexts.reached(milestone, campaigns, deciders));
        eventPublisher.happened(EventTypeCatalog.MILESTONE_REACHED, campaign, id, Map.of());
        milestones.reached(campaign, id);
    }
}

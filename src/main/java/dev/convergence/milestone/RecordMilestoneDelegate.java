package dev.convergence.milestone;

import dev.convergence.engine.BeanReach;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.CampaignLock;
import dev.convergence.engine.ModelBean;
import dev.convergence.notification.EventPublisher;
import dev.convergence.notification.EventTypeCatalog;
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

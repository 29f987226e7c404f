package dev.convergence.milestone;

import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.CampaignLock;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.notification.EventTypes;
import dev.convergence.notification.Events;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "recordMilestone", reach = Reach.CAMPAIGN, in = MilestoneProcess.KEY)
class RecordMilestoneDelegate implements JavaDelegate {

    private final OpenMilestones milestones;
    private final MilestoneNotices notices;
    private final CampaignContext.Reader campaigns;
    private final Events events;
    private final CampaignLock lock;
    private final MilestoneDeciders deciders;

    RecordMilestoneDelegate(
            OpenMilestones milestones,
            MilestoneNotices notices,
            CampaignContext.Reader campaigns,
            Events events,
            CampaignLock lock,
            MilestoneDeciders deciders) {
        this.deciders = deciders;
        this.milestones = milestones;
        this.notices = notices;
        this.campaigns = campaigns;
        this.events = events;
        this.lock = lock;
    }

    @Override
    public void execute(DelegateExecution milestone) {
        String campaign = milestone.getProcessBusinessKey();
        lock.hold(campaign);
        String id = MilestoneProcess.MILESTONE_ID.get(milestone);
        notices.tell(milestone, MilestoneWords.reached(milestone, campaigns, deciders));
        events.happened(EventTypes.MILESTONE_REACHED, campaign, id, Map.of());
        milestones.reached(campaign, id);
    }
}

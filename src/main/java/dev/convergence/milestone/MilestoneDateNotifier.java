package dev.convergence.milestone;

import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import dev.convergence.people.GroupCatalog;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells every team that depends on a milestone when its date is set or moved: nobody is to miss a freeze date unknown. */
@Component
class MilestoneDateNotifier {

    private final MilestoneNotifier notices;
    private final CampaignContext.Reader campaigns;
    private final EventPublisher eventPublisher;
    private final MilestoneDeciderResolver deciders;
    private final ZoneId zone;

    MilestoneDateNotifier(
            MilestoneNotifier notices,
            CampaignContext.Reader campaigns,
            EventPublisher eventPublisher,
            MilestoneDeciderResolver deciders,
            WorkingCalendarRegistry calendars) {
        this.deciders = deciders;
        this.notices = notices;
        this.campaigns = campaigns;
        this.eventPublisher = eventPublisher;
        this.zone = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone();
    }

    /** The milestone waits from now on; it may have waited before, for another date. */
    void set(DelegateExecution milestone, Instant dueAt) {
        Optional<Instant> before = MilestoneProcess.TOLD_DUE_AT.find(milestone).map(Date::toInstant);
        if (before.isPresent()) {
            String by = deciders.of(milestone);
            String reason = MilestoneProcess.COMMENT.find(milestone).orElse("");
            moved(milestone, dueAt, by + ": " + reason);
            return;
        }
        remember(milestone, dueAt);
        notices.tell(
                milestone,
                MilestoneTexts.title(milestone, campaigns) + " is due " + WallTimeFormatter.of(dueAt, zone) + ".");
        happened(EventTypeCatalog.MILESTONE_SET, milestone, Map.of("dueAt", dueAt.toString()));
    }

    /** The date was moved while the milestone waits. */
    void moved(DelegateExecution milestone, Instant dueAt, String reason) {
        Instant before = MilestoneProcess.TOLD_DUE_AT.get(milestone).toInstant();
        if (before.equals(dueAt)) {
            return;
        }
        remember(milestone, dueAt);
        notices.tell(
                milestone,
                "%s moves from %s to %s; %s"
                        .formatted(
                                MilestoneTexts.title(milestone, campaigns),
                                WallTimeFormatter.of(before, zone),
                                WallTimeFormatter.of(dueAt, zone),
                                reason));
        happened(
                EventTypeCatalog.MILESTONE_MOVED,
                milestone,
                Map.of("from", before.toString(), "dueAt", dueAt.toString(), "reason", reason));
    }

    private void remember(DelegateExecution milestone, Instant dueAt) {
        MilestoneProcess.TOLD_DUE_AT.set(milestone, Date.from(dueAt));
    }

    private void happened(String type, DelegateExecution milestone, Map<String, String> data) {
        eventPublisher.happened(
                type, milestone.getProcessBusinessKey(), MilestoneProcess.MILESTONE_ID.get(milestone), data);
    }
}

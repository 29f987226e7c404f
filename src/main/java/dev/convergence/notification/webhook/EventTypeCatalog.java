package dev.convergence.notification.webhook;

import java.util.Set;

/** What webhooks may be told of. */
public final class EventTypeCatalog {

    public static final String CAMPAIGN_STARTED = "campaignStarted";
    public static final String CAMPAIGN_LAUNCHED = "campaignLaunched";
    public static final String CAMPAIGN_CLOSED = "campaignClosed";
    public static final String CAMPAIGN_CANCELLED = "campaignCancelled";
    public static final String GATE_DECIDED = "gateDecided";
    public static final String HANDOFF_ANSWERED = "handoffAnswered";
    public static final String STALL_RAISED = "stallRaised";
    public static final String STALL_RESOLVED = "stallResolved";
    public static final String DATE_MOVED = "dateMoved";
    public static final String DRAFT_SHARED = "draftShared";
    public static final String ACTION_TAKEN = "actionTaken";

    public static final String MILESTONE_SET = "milestoneSet";
    public static final String MILESTONE_MOVED = "milestoneMoved";
    public static final String MILESTONE_REACHED = "milestoneReached";
    public static final String SYNC_HELD = "syncHeld";
    public static final String SYNC_SKIPPED = "syncSkipped";
    public static final String CONFLICT_FOUND = "conflictFound";
    public static final String CONFLICT_RESOLVED = "conflictResolved";

    static final Set<String> ALL = Set.of(
            CAMPAIGN_STARTED,
            CAMPAIGN_LAUNCHED,
            CAMPAIGN_CLOSED,
            CAMPAIGN_CANCELLED,
            GATE_DECIDED,
            HANDOFF_ANSWERED,
            STALL_RAISED,
            STALL_RESOLVED,
            DATE_MOVED,
            MILESTONE_SET,
            MILESTONE_MOVED,
            MILESTONE_REACHED,
            DRAFT_SHARED,
            ACTION_TAKEN,
            SYNC_HELD,
            SYNC_SKIPPED,
            CONFLICT_FOUND,
            CONFLICT_RESOLVED);

    private EventTypeCatalog() {}
}

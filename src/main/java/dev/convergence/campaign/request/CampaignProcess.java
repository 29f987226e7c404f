package dev.convergence.campaign.request;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.variable.ProcessVariable;

/** The contract of the process {@code campaign}. */
public final class CampaignProcess {

    public static final String KEY = "campaign";

    static final String WRITE_BRIEF = "userTask_writeBrief";
    static final String RUN_PATTERN = "callActivity_runPattern";
    static final String HOLD_POST_MORTEM = "userTask_holdPostMortem";

    /** In every pattern: the timer of the launch. */
    public static final String PLANNED_LAUNCH_EVENT = "event_plannedLaunch";

    public static final String CAMPAIGN_CANCELLED = "campaignCancelled";

    /** In the start form only; everywhere else it is the business key. */
    static final ProcessVariable<String> CAMPAIGN_KEY = ProcessVariable.text("campaignKey");

    public static final ProcessVariable<String> NAME = CampaignContext.NAME;
    public static final ProcessVariable<String> TYPE = CampaignContext.TYPE;
    public static final ProcessVariable<String> PRIORITY = CampaignContext.PRIORITY;
    public static final ProcessVariable<String> PATTERN = CampaignContext.PATTERN;

    /** ISO instant. */
    public static final ProcessVariable<String> PLANNED_LAUNCH = ProcessVariable.text("plannedLaunch");

    /** The elements of a pattern that a campaign switches on one by one. */
    public static final ProcessVariable<Boolean> SHARED_MILESTONES = ProcessVariable.flag("sharedMilestones");

    static final ProcessVariable<Boolean> WEEKLY_SYNC = ProcessVariable.flag("weeklySync");

    public static final ProcessVariable<String> LAUNCHED_AT = ProcessVariable.text("launchedAt");
    public static final ProcessVariable<String> CANCELLED_AT = ProcessVariable.text("cancelledAt");
    public static final ProcessVariable<String> CANCELLED_BY = ProcessVariable.text("cancelledBy");
    public static final ProcessVariable<String> CANCELLATION_RATIONALE = ProcessVariable.text("cancellationRationale");

    /** JSON: what was asked for beside the plan. */
    public static final String TOUCHPOINTS = "touchpoints";

    public static final String BUDGET = "budget";

    /** In the start form only: the budget as lines of a channel and an amount each. */
    static final ProcessVariable<String> CHANNEL_BUDGETS = ProcessVariable.text("channelBudgets");

    /** JSON: the plan before and after the last move of a date. */
    public static final String LAST_MOVE = "lastMove";

    /** Of the post-mortem: return on investment in percent, satisfaction from 1 to 5. */
    public static final ProcessVariable<Number> ROI = new ProcessVariable<>("roi", Number.class);

    public static final ProcessVariable<Number> TEAM_SATISFACTION =
            new ProcessVariable<>("teamSatisfaction", Number.class);

    public static final String RESOLVE_CONFLICT = "userTask_resolveConflict";

    /** Begins a conflict's task; ends the one whose execution it is sent to. */
    public static final String CONFLICT_FOUND = "conflictFound";

    public static final String CONFLICT_RESOLVED = "conflictResolved";

    /** The answers to a conflict: a value for all of its places, or a new day for one of them. */
    public static final ProcessVariable<String> AGREED_VALUE = ProcessVariable.text("agreedValue");

    public static final ProcessVariable<String> MOVED_ENTRY = ProcessVariable.text("movedEntry");
    public static final ProcessVariable<String> NEW_DATE = ProcessVariable.text("newDate");
    public static final ProcessVariable<String> REASON = ProcessVariable.text("reason");

    /** A conflict as its task keeps it: which one, what is in conflict, and the incident that shows it. */
    public static final ProcessVariable<String> CONFLICT_KEY = ProcessVariable.text("conflictKey");

    public static final ProcessVariable<String> CONFLICT_KIND = ProcessVariable.text("conflictKind");
    public static final ProcessVariable<String> CONFLICT_ABOUT = ProcessVariable.text("conflictAbout");
    public static final ProcessVariable<String> CONFLICT_MESSAGE = ProcessVariable.text("conflictMessage");

    /** The groups that own its places, separated by commas. */
    public static final ProcessVariable<String> CONFLICT_OWNERS = ProcessVariable.text("conflictOwners");

    public static final ProcessVariable<String> CONFLICT_INCIDENT = ProcessVariable.text("conflictIncident");

    /** JSON: the places of a conflict. */
    public static final ProcessVariable<String> CONFLICT_PLACES = ProcessVariable.text("conflictPlaces");

    /** ISO instant; a conflict whose task ended without it has lapsed with its campaign. */
    public static final ProcessVariable<String> CONFLICT_RESOLVED_AT = ProcessVariable.text("conflictResolvedAt");

    private CampaignProcess() {}
}

package dev.convergence.campaign;

import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.Variable;

/** The contract of the process {@code campaign}. */
final class CampaignProcess {

    static final String KEY = "campaign";

    static final String WRITE_BRIEF = "userTask_writeBrief";
    static final String RUN_PATTERN = "callActivity_runPattern";
    static final String HOLD_POST_MORTEM = "userTask_holdPostMortem";

    /** In every pattern: the timer of the launch. */
    static final String PLANNED_LAUNCH_EVENT = "event_plannedLaunch";

    static final String CAMPAIGN_CANCELLED = "campaignCancelled";

    /** In the start form only; everywhere else it is the business key. */
    static final Variable<String> CAMPAIGN_KEY = Variable.text("campaignKey");

    static final Variable<String> NAME = CampaignContext.NAME;
    static final Variable<String> TYPE = CampaignContext.TYPE;
    static final Variable<String> PRIORITY = CampaignContext.PRIORITY;
    static final Variable<String> PATTERN = CampaignContext.PATTERN;

    /** ISO instant. */
    static final Variable<String> PLANNED_LAUNCH = Variable.text("plannedLaunch");

    /** The elements of a pattern that a campaign switches on one by one. */
    static final Variable<Boolean> SHARED_MILESTONES = Variable.flag("sharedMilestones");

    static final Variable<Boolean> WEEKLY_SYNC = Variable.flag("weeklySync");

    static final Variable<String> LAUNCHED_AT = Variable.text("launchedAt");
    static final Variable<String> CANCELLED_AT = Variable.text("cancelledAt");
    static final Variable<String> CANCELLED_BY = Variable.text("cancelledBy");
    static final Variable<String> CANCELLATION_RATIONALE = Variable.text("cancellationRationale");

    /** JSON: what was asked for beside the plan. */
    static final String TOUCHPOINTS = "touchpoints";

    static final String BUDGET = "budget";

    /** In the start form only: the budget as lines of a channel and an amount each. */
    static final Variable<String> CHANNEL_BUDGETS = Variable.text("channelBudgets");

    /** JSON: the plan before and after the last move of a date. */
    static final String LAST_MOVE = "lastMove";

    /** Of the post-mortem: return on investment in percent, satisfaction from 1 to 5. */
    static final Variable<Number> ROI = new Variable<>("roi", Number.class);

    static final Variable<Number> TEAM_SATISFACTION = new Variable<>("teamSatisfaction", Number.class);

    static final String RESOLVE_CONFLICT = "userTask_resolveConflict";

    /** Begins a conflict's task; ends the one whose execution it is sent to. */
    static final String CONFLICT_FOUND = "conflictFound";

    static final String CONFLICT_RESOLVED = "conflictResolved";

    /** The answers to a conflict: a value for all of its places, or a new day for one of them. */
    static final Variable<String> AGREED_VALUE = Variable.text("agreedValue");

    static final Variable<String> MOVED_ENTRY = Variable.text("movedEntry");
    static final Variable<String> NEW_DATE = Variable.text("newDate");
    static final Variable<String> REASON = Variable.text("reason");

    /** A conflict as its task keeps it: which one, what is in conflict, and the incident that shows it. */
    static final Variable<String> CONFLICT_KEY = Variable.text("conflictKey");

    static final Variable<String> CONFLICT_KIND = Variable.text("conflictKind");
    static final Variable<String> CONFLICT_ABOUT = Variable.text("conflictAbout");
    static final Variable<String> CONFLICT_MESSAGE = Variable.text("conflictMessage");

    /** The groups that own its places, separated by commas. */
    static final Variable<String> CONFLICT_OWNERS = Variable.text("conflictOwners");

    static final Variable<String> CONFLICT_INCIDENT = Variable.text("conflictIncident");

    /** JSON: the places of a conflict. */
    static final Variable<String> CONFLICT_PLACES = Variable.text("conflictPlaces");

    /** ISO instant; a conflict whose task ended without it has lapsed with its campaign. */
    static final Variable<String> CONFLICT_RESOLVED_AT = Variable.text("conflictResolvedAt");

    private CampaignProcess() {}
}

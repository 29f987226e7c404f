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

    /** Of the post-mortem: return on investment in percent, satisfaction from 1 to 5. */
    static final Variable<Number> ROI = new Variable<>("roi", Number.class);

    static final Variable<Number> TEAM_SATISFACTION = new Variable<>("teamSatisfaction", Number.class);

    private CampaignProcess() {}
}

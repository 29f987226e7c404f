package dev.convergence.milestone;

import dev.convergence.engine.Variable;
import java.util.Date;
import java.util.List;

/** The contract of the process {@code milestone}. */
public final class MilestoneProcess {

    public static final String KEY = "milestone";
    public static final String REACH_MILESTONE = "userTask_reachMilestone";

    /** The message to the milestone that nobody is missing any more. */
    static final String EVERYONE_ARRIVED = "everyoneArrived";

    public static final Variable<String> MILESTONE_ID = Variable.text("milestoneId");
    public static final Variable<String> MILESTONE_NAME = Variable.text("milestoneName");

    /** What the accountable group did, one of {@link MilestoneAction}, why, and to which day the date is moved. */
    public static final Variable<String> ACTION = Variable.text("milestoneAction");

    public static final Variable<String> COMMENT = Variable.text("milestoneComment");
    public static final Variable<String> NEW_DUE = Variable.text("milestoneDue");

    /** Who did it. */
    public static final Variable<String> DONE_BY = Variable.text("milestoneDoneBy");

    /** Everybody arrived while the date was just being moved. */
    static final Variable<Boolean> ARRIVED_MEANWHILE = Variable.flag("arrivedMeanwhile");

    /** Handed on by the move: whether everybody arrived meanwhile. */
    static final Variable<Boolean> ALL_THERE = Variable.flag("allThere");

    /** On whoever arrives: the milestones they have arrived at, with a blank between two. */
    static final Variable<String> ARRIVED_AT = Variable.text("arrivedAt");

    /** Handed on to those who arrive: whether there is a milestone to wait for. */
    static final Variable<Boolean> MILESTONE_OPEN = Variable.flag("milestoneOpen");

    /** Handed on by the policy to the task and its timer. */
    @SuppressWarnings("rawtypes")
    static final Variable<List> ACCOUNTABLE_GROUP = new Variable<>("accountableGroup", List.class);

    static final Variable<Date> DUE_AT = new Variable<>("dueAt", Date.class);
    static final Variable<Date> FIRST_RUNG_AT = new Variable<>("firstRungAt", Date.class);

    /** When the teams were last told that it is due. */
    static final Variable<Date> TOLD_DUE_AT = new Variable<>("toldDueAt", Date.class);

    private MilestoneProcess() {}
}

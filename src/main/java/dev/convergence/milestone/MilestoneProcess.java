package dev.convergence.milestone;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.Date;
import java.util.List;

/** The contract of the process {@code milestone}. */
public final class MilestoneProcess {

    public static final String KEY = "milestone";
    public static final String REACH_MILESTONE = "userTask_reachMilestone";

    /** The message to the milestone that nobody is missing any more. */
    static final String EVERYONE_ARRIVED = "everyoneArrived";

    public static final ProcessVariable<String> MILESTONE_ID = ProcessVariable.text("milestoneId");
    public static final ProcessVariable<String> MILESTONE_NAME = ProcessVariable.text("milestoneName");

    /** What the accountable group did, one of {@link MilestoneAction}, why, and to which day the date is moved. */
    public static final ProcessVariable<String> ACTION = ProcessVariable.text("milestoneAction");

    public static final ProcessVariable<String> COMMENT = ProcessVariable.text("milestoneComment");
    public static final ProcessVariable<String> NEW_DUE = ProcessVariable.text("milestoneDue");

    /** Who did it. */
    public static final ProcessVariable<String> DONE_BY = ProcessVariable.text("milestoneDoneBy");

    /** Everybody arrived while the date was just being moved. */
    static final ProcessVariable<Boolean> ARRIVED_MEANWHILE = ProcessVariable.flag("arrivedMeanwhile");

    /** Handed on by the move: whether everybody arrived meanwhile. */
    static final ProcessVariable<Boolean> ALL_THERE = ProcessVariable.flag("allThere");

    /** On whoever arrives: the milestones they have arrived at, with a blank between two. */
    static final ProcessVariable<String> ARRIVED_AT = ProcessVariable.text("arrivedAt");

    /** Handed on to those who arrive: whether there is a milestone to wait for. */
    static final ProcessVariable<Boolean> MILESTONE_OPEN = ProcessVariable.flag("milestoneOpen");

    /** Handed on by the policy to the task and its timer. */
    @SuppressWarnings("rawtypes")
    static final ProcessVariable<List> ACCOUNTABLE_GROUP = new ProcessVariable<>("accountableGroup", List.class);

    static final ProcessVariable<Date> DUE_AT = new ProcessVariable<>("dueAt", Date.class);
    static final ProcessVariable<Date> FIRST_RUNG_AT = new ProcessVariable<>("firstRungAt", Date.class);

    /** When the teams were last told that it is due. */
    static final ProcessVariable<Date> TOLD_DUE_AT = new ProcessVariable<>("toldDueAt", Date.class);

    private MilestoneProcess() {}
}

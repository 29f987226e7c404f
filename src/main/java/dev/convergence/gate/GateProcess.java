package dev.convergence.gate;

import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.gate.review.GateTerms;
import java.util.Date;
import java.util.List;

/** The contract of the process {@code stage-gate}. */
public final class GateProcess {

    public static final String KEY = "stage-gate";
    public static final String REVIEW_GATE = "userTask_reviewGate";
    public static final String GIVE_ADVICE = "userTask_giveAdvice";

    public static final String MEET_CONDITION = "userTask_meetCondition";

    /** The message that sets one condition of an approval. */
    public static final String CONDITION_SET = "conditionSet";

    static final String COLLECT_VOTES = "callActivity_collectVotes";

    public static final ProcessVariable<String> GATE_ID = ProcessVariable.text("gateId");
    public static final ProcessVariable<String> GATE_NAME = ProcessVariable.text("gateName");
    public static final ProcessVariable<String> GATE_OUTCOME = ProcessVariable.text("gateOutcome");
    public static final ProcessVariable<String> GATE_COMMENT = ProcessVariable.text("gateComment");
    public static final ProcessVariable<String> GATE_CONDITIONS = ProcessVariable.text("gateConditions");

    /** With an approval on conditions: whose they are and until when, unless a condition says so itself. */
    public static final ProcessVariable<String> CONDITION_OWNER = ProcessVariable.text("conditionOwner");

    public static final ProcessVariable<String> CONDITION_DUE = ProcessVariable.text("conditionDue");

    /** A condition as its campaign keeps it: what, of which gate, until when, and how it was met. */
    public static final ProcessVariable<String> CONDITION_WHAT = ProcessVariable.text("conditionWhat");

    public static final ProcessVariable<String> CONDITION_GATE = ProcessVariable.text("conditionGate");
    public static final ProcessVariable<Date> CONDITION_DUE_AT = new ProcessVariable<>("conditionDueAt", Date.class);
    public static final ProcessVariable<String> CONDITION_RESULT = ProcessVariable.text("conditionResult");

    /** See {@link GateTerms}. */
    public static final ProcessVariable<String> GATE_TERMS = ProcessVariable.text("gateTerms");

    /** The version of the work that the reviewer saw: how often it had been done. */
    public static final ProcessVariable<Number> SEEN_VERSION = new ProcessVariable<>("seenVersion", Number.class);

    /** What a consulted group says. */
    public static final ProcessVariable<String> ADVICE = ProcessVariable.text("advice");

    public static final ProcessVariable<String> CONSULTED_GROUP = ProcessVariable.text("consultedGroup");

    /** On one voter's part of a vote: the voter, and the process instance of the gate that is voted on. */
    public static final ProcessVariable<String> VOTER = ProcessVariable.text("voter");

    public static final ProcessVariable<String> VOTE_ON = ProcessVariable.text("voteOn");

    /** Handed on by the gate policy to the review, the consultation and the vote; an empty list is nobody. */
    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<List> ACCOUNTABLE_GROUP = new ProcessVariable<>("accountableGroup", List.class);

    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<List> CONSULTED = new ProcessVariable<>("consulted", List.class);

    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<List> VOTERS = new ProcessVariable<>("voters", List.class);

    /** The accountable group in whose place another one decides, because nobody of it may. */
    public static final ProcessVariable<String> INSTEAD_OF = ProcessVariable.text("decidedInsteadOf");

    public static final ProcessVariable<Date> DUE_AT = new ProcessVariable<>("dueAt", Date.class);
    public static final ProcessVariable<Date> FIRST_RUNG_AT = new ProcessVariable<>("firstRungAt", Date.class);

    /** Handed on by the decision to what follows it: who decided. */
    public static final ProcessVariable<GateDecider> DECIDED_BY = new ProcessVariable<>("decidedBy", GateDecider.class);

    private GateProcess() {}
}

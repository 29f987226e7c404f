package dev.convergence.gate;

import dev.convergence.engine.Variable;
import java.util.Date;
import java.util.List;

/** The contract of the process {@code stage-gate}. */
public final class GateProcess {

    public static final String KEY = "stage-gate";
    public static final String REVIEW_GATE = "userTask_reviewGate";
    public static final String GIVE_ADVICE = "userTask_giveAdvice";

    public static final String MEET_CONDITION = "userTask_meetCondition";

    /** The message that sets one condition of an approval. */
    static final String CONDITION_SET = "conditionSet";

    static final String COLLECT_VOTES = "callActivity_collectVotes";

    public static final Variable<String> GATE_ID = Variable.text("gateId");
    public static final Variable<String> GATE_NAME = Variable.text("gateName");
    public static final Variable<String> GATE_OUTCOME = Variable.text("gateOutcome");
    public static final Variable<String> GATE_COMMENT = Variable.text("gateComment");
    public static final Variable<String> GATE_CONDITIONS = Variable.text("gateConditions");

    /** With an approval on conditions: whose they are and until when, unless a condition says so itself. */
    public static final Variable<String> CONDITION_OWNER = Variable.text("conditionOwner");

    public static final Variable<String> CONDITION_DUE = Variable.text("conditionDue");

    /** A condition as its campaign keeps it: what, of which gate, until when, and how it was met. */
    public static final Variable<String> CONDITION_WHAT = Variable.text("conditionWhat");

    public static final Variable<String> CONDITION_GATE = Variable.text("conditionGate");
    public static final Variable<Date> CONDITION_DUE_AT = new Variable<>("conditionDueAt", Date.class);
    static final Variable<String> CONDITION_RESULT = Variable.text("conditionResult");

    /** See {@link GateTerms}. */
    static final Variable<String> GATE_TERMS = Variable.text("gateTerms");

    /** The version of the work that the reviewer saw: how often it had been done. */
    public static final Variable<Number> SEEN_VERSION = new Variable<>("seenVersion", Number.class);

    /** What a consulted group says. */
    static final Variable<String> ADVICE = Variable.text("advice");

    static final Variable<String> CONSULTED_GROUP = Variable.text("consultedGroup");

    /** On one voter's part of a vote: the voter, and the process instance of the gate that is voted on. */
    public static final Variable<String> VOTER = Variable.text("voter");

    static final Variable<String> VOTE_ON = Variable.text("voteOn");

    /** Handed on by the gate policy to the review, the consultation and the vote; an empty list is nobody. */
    @SuppressWarnings("rawtypes")
    static final Variable<List> ACCOUNTABLE_GROUP = new Variable<>("accountableGroup", List.class);

    @SuppressWarnings("rawtypes")
    static final Variable<List> CONSULTED = new Variable<>("consulted", List.class);

    @SuppressWarnings("rawtypes")
    static final Variable<List> VOTERS = new Variable<>("voters", List.class);

    /** The accountable group in whose place another one decides, because nobody of it may. */
    static final Variable<String> INSTEAD_OF = Variable.text("decidedInsteadOf");

    static final Variable<Date> DUE_AT = new Variable<>("dueAt", Date.class);
    static final Variable<Date> FIRST_RUNG_AT = new Variable<>("firstRungAt", Date.class);

    /** Handed on by the decision to what follows it: who decided. */
    static final Variable<String> DECIDED_BY = Variable.text("decidedBy");

    private GateProcess() {}
}

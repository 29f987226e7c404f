package dev.convergence.gate;

import dev.convergence.engine.Variable;
import java.util.Date;

/** The contract of the process {@code stage-gate}. */
public final class GateProcess {

    public static final String KEY = "stage-gate";
    public static final String REVIEW_GATE = "userTask_reviewGate";

    public static final Variable<String> GATE_ID = Variable.text("gateId");
    public static final Variable<String> GATE_NAME = Variable.text("gateName");
    public static final Variable<String> GATE_OUTCOME = Variable.text("gateOutcome");
    public static final Variable<String> GATE_COMMENT = Variable.text("gateComment");
    public static final Variable<String> GATE_CONDITIONS = Variable.text("gateConditions");

    /** Handed on by the gate policy to the review task and its timer. */
    static final Variable<String> ACCOUNTABLE_GROUP = Variable.text("accountableGroup");

    static final Variable<Date> DUE_AT = new Variable<>("dueAt", Date.class);
    static final Variable<Date> FIRST_RUNG_AT = new Variable<>("firstRungAt", Date.class);

    private GateProcess() {}
}

package dev.convergence.handoff;

import dev.convergence.engine.Variable;
import java.util.Date;
import java.util.List;

/** The contract of the process {@code handoff}. */
public final class HandoffProcess {

    public static final String KEY = "handoff";
    public static final String PREPARE_HANDOFF = "userTask_prepareHandoff";
    public static final String ACCEPT_HANDOFF = "userTask_acceptHandoff";

    public static final Variable<String> HANDOFF_ID = Variable.text("handoffId");
    public static final Variable<String> HANDOFF_NAME = Variable.text("handoffName");
    public static final Variable<String> HANDOFF_FROM = Variable.text("handoffFrom");
    public static final Variable<String> HANDOFF_TO = Variable.text("handoffTo");

    /** What is handed over. */
    public static final Variable<String> HANDOFF_WHAT = Variable.text("handoffWhat");

    /** Where it is. */
    public static final Variable<String> HANDOFF_WHERE = Variable.text("handoffWhere");

    /** What is known to be missing. */
    public static final Variable<String> HANDOFF_GAPS = Variable.text("handoffGaps");

    /** Links to its documents. */
    public static final Variable<String> HANDOFF_LINKS = Variable.text("handoffLinks");

    /** Whether the receiver accepted it. */
    public static final Variable<Boolean> HANDOFF_ACCEPTED = Variable.flag("handoffAccepted");

    /** Why the receiver returned it. */
    public static final Variable<String> HANDOFF_COMMENT = Variable.text("handoffComment");

    static final List<Variable<String>> PACKAGE = List.of(HANDOFF_WHAT, HANDOFF_WHERE, HANDOFF_GAPS, HANDOFF_LINKS);

    /** Handed on by the policy to the acceptance and its timer. */
    static final Variable<Date> DUE_AT = new Variable<>("dueAt", Date.class);

    static final Variable<Date> FIRST_RUNG_AT = new Variable<>("firstRungAt", Date.class);

    private HandoffProcess() {}
}

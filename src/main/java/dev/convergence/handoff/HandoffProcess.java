package dev.convergence.handoff;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.Date;
import java.util.List;

/** The contract of the process {@code handoff}. */
public final class HandoffProcess {

    public static final String KEY = "handoff";
    public static final String PREPARE_HANDOFF = "userTask_prepareHandoff";
    public static final String ACCEPT_HANDOFF = "userTask_acceptHandoff";

    public static final ProcessVariable<String> HANDOFF_ID = ProcessVariable.text("handoffId");
    public static final ProcessVariable<String> HANDOFF_NAME = ProcessVariable.text("handoffName");
    public static final ProcessVariable<String> HANDOFF_FROM = ProcessVariable.text("handoffFrom");
    public static final ProcessVariable<String> HANDOFF_TO = ProcessVariable.text("handoffTo");

    /** What is handed over. */
    public static final ProcessVariable<String> HANDOFF_WHAT = ProcessVariable.text("handoffWhat");

    /** Where it is. */
    public static final ProcessVariable<String> HANDOFF_WHERE = ProcessVariable.text("handoffWhere");

    /** What is known to be missing. */
    public static final ProcessVariable<String> HANDOFF_GAPS = ProcessVariable.text("handoffGaps");

    /** Links to its documents. */
    public static final ProcessVariable<String> HANDOFF_LINKS = ProcessVariable.text("handoffLinks");

    /** Whether the receiver accepted it. */
    public static final ProcessVariable<Boolean> HANDOFF_ACCEPTED = ProcessVariable.flag("handoffAccepted");

    /** Why the receiver returned it. */
    public static final ProcessVariable<String> HANDOFF_COMMENT = ProcessVariable.text("handoffComment");

    static final List<ProcessVariable<String>> PACKAGE =
            List.of(HANDOFF_WHAT, HANDOFF_WHERE, HANDOFF_GAPS, HANDOFF_LINKS);

    /** Handed on by the policy to the acceptance and its timer. */
    static final ProcessVariable<Date> DUE_AT = new ProcessVariable<>("dueAt", Date.class);

    static final ProcessVariable<Date> FIRST_RUNG_AT = new ProcessVariable<>("firstRungAt", Date.class);

    private HandoffProcess() {}
}

package dev.convergence.escalation.wait;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.Date;

/** The contract of the process {@code escalation-ladder} and of the blocks that call it. */
public final class EscalationProcess {

    public static final String KEY = "escalation-ladder";

    public static final ProcessVariable<String> STALL_KIND = ProcessVariable.text("stallKind");
    /** Handed on to the timer of the next rung. */
    public static final ProcessVariable<Date> NEXT_RUNG_AT = new ProcessVariable<>("nextRungAt", Date.class);
    /** On the waiting task: the rung climbed last. */
    public static final ProcessVariable<String> RUNG = ProcessVariable.text("rung");
    /** On the waiting task between two rungs that are climbed at once: what the notices of the first are kept back under. */
    public static final ProcessVariable<String> KEPT_NOTICES = ProcessVariable.text("keptNotices");
    /** On the waiting task while it is stalled: the group waited for, and whose working time counts. */
    public static final ProcessVariable<String> WAITING_FOR = ProcessVariable.text("waitingFor");

    public static final ProcessVariable<String> WAITING_CALENDAR = ProcessVariable.text("waitingCalendar");
    /** On the waiting task while it is stalled: the incident. */
    public static final ProcessVariable<String> STALL_ID = ProcessVariable.text("stallId");

    public static final String FIRST_RUNG_DUE = "event_firstRungDue";
    public static final String NEXT_RUNG_DUE = "event_nextRungDue";
    public static final String DUE_DATE_MOVED = "dueDateMoved";
    public static final String STALLS_CLEARED = "stallsCleared";

    private EscalationProcess() {}
}

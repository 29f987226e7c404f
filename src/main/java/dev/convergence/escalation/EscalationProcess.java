package dev.convergence.escalation;

import dev.convergence.engine.Variable;
import java.util.Date;

/** The contract of the process {@code escalation-ladder} and of the blocks that call it. */
final class EscalationProcess {

    static final String KEY = "escalation-ladder";

    static final Variable<String> STALL_KIND = Variable.text("stallKind");
    /** Handed on to the timer of the next rung. */
    static final Variable<Date> NEXT_RUNG_AT = new Variable<>("nextRungAt", Date.class);
    /** On the waiting task: the rung climbed last. */
    static final Variable<String> RUNG = Variable.text("rung");
    /** On the waiting task between two rungs that are climbed at once: what the notices of the first are kept back under. */
    static final Variable<String> KEPT_NOTICES = Variable.text("keptNotices");
    /** On the waiting task while it is stalled: the group waited for, and whose working time counts. */
    static final Variable<String> WAITING_FOR = Variable.text("waitingFor");

    static final Variable<String> WAITING_CALENDAR = Variable.text("waitingCalendar");
    /** On the waiting task while it is stalled: the incident. */
    static final Variable<String> STALL_ID = Variable.text("stallId");

    static final String FIRST_RUNG_DUE = "event_firstRungDue";
    static final String NEXT_RUNG_DUE = "event_nextRungDue";
    static final String DUE_DATE_MOVED = "dueDateMoved";
    static final String STALLS_CLEARED = "stallsCleared";

    private EscalationProcess() {}
}

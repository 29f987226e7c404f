package dev.convergence.rhythm;

import dev.convergence.engine.Variable;
import java.util.Date;

/** The contract of the process {@code sync}. */
public final class SyncProcess {

    public static final String KEY = "sync";

    /** Waits for the next sync; its timer is what a calendar shows. */
    public static final String SYNC_DUE = "event_syncDue";

    public static final String SYNC_SKIPPED = "event_syncSkipped";
    public static final String HOLD_SYNC = "userTask_holdSync";

    /** One of {@link SyncKind}; a weekly sync where the caller passes none. */
    public static final Variable<String> SYNC_KIND = Variable.text("syncKind");

    /** When the next sync is due; while one is open, when it was due. */
    public static final Variable<Date> NEXT_SYNC_AT = new Variable<>("nextSyncAt", Date.class);

    /** When the last sync was recorded or skipped, or the rhythm began: progress counts from then on. */
    static final Variable<Date> SYNC_SINCE = new Variable<>("syncSince", Date.class);

    /** Of the task alone: when the sync was due. */
    public static final Variable<Date> SYNC_AT = new Variable<>("syncAt", Date.class);

    /** What was decided. */
    public static final Variable<String> SYNC_NOTES = Variable.text("syncNotes");

    /** The planned length while the sync is open, then how many minutes it took. */
    public static final Variable<Number> SYNC_MINUTES = new Variable<>("syncMinutes", Number.class);

    /** How many people came. */
    public static final Variable<Number> SYNC_ATTENDANTS = new Variable<>("syncAttendants", Number.class);

    /** Of the task alone: JSON, the agenda as it was when the sync was recorded. */
    static final Variable<Object> SYNC_AGENDA = new Variable<>("syncAgenda", Object.class);

    /** Handed on by the preparation: whether there is anything to discuss. */
    static final Variable<Boolean> SYNC_NEEDED = Variable.flag("syncNeeded");

    /** Handed on by the preparation: the group that holds it, where the cadence names one; otherwise null. */
    static final Variable<String> SYNC_HOST = Variable.text("syncHost");

    /** Handed on by the preparation: what the task is called. */
    static final Variable<String> SYNC_LABEL = Variable.text("syncLabel");

    static final Variable<Date> SYNC_DUE_AT = new Variable<>("syncDueAt", Date.class);

    private SyncProcess() {}
}

package dev.convergence.rhythm;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.Date;

/** The contract of the process {@code sync}. */
public final class SyncProcess {

    public static final String KEY = "sync";

    /** Waits for the next sync; its timer is what a calendar shows. */
    public static final String SYNC_DUE = "event_syncDue";

    public static final String SYNC_SKIPPED = "event_syncSkipped";
    public static final String HOLD_SYNC = "userTask_holdSync";

    /** One of {@link SyncKind}; a weekly sync where the caller passes none. */
    public static final ProcessVariable<String> SYNC_KIND = ProcessVariable.text("syncKind");

    /** When the next sync is due; while one is open, when it was due. */
    public static final ProcessVariable<Date> NEXT_SYNC_AT = new ProcessVariable<>("nextSyncAt", Date.class);

    /** When the last sync was recorded or skipped, or the rhythm began: progress counts from then on. */
    static final ProcessVariable<Date> SYNC_SINCE = new ProcessVariable<>("syncSince", Date.class);

    /** Of the task alone: when the sync was due. */
    public static final ProcessVariable<Date> SYNC_AT = new ProcessVariable<>("syncAt", Date.class);

    /** What was decided. */
    public static final ProcessVariable<String> SYNC_NOTES = ProcessVariable.text("syncNotes");

    /** The planned length while the sync is open, then how many minutes it took. */
    public static final ProcessVariable<Number> SYNC_MINUTES = new ProcessVariable<>("syncMinutes", Number.class);

    /** How many people came. */
    public static final ProcessVariable<Number> SYNC_ATTENDANTS = new ProcessVariable<>("syncAttendants", Number.class);

    /** Of the task alone: JSON, the agenda as it was when the sync was recorded. */
    static final ProcessVariable<Object> SYNC_AGENDA = new ProcessVariable<>("syncAgenda", Object.class);

    /** Handed on by the preparation: whether there is anything to discuss. */
    static final ProcessVariable<Boolean> SYNC_NEEDED = ProcessVariable.flag("syncNeeded");

    /** Handed on by the preparation: the group that holds it, where the cadence names one; otherwise null. */
    static final ProcessVariable<String> SYNC_HOST = ProcessVariable.text("syncHost");

    /** Handed on by the preparation: what the task is called. */
    static final ProcessVariable<String> SYNC_LABEL = ProcessVariable.text("syncLabel");

    static final ProcessVariable<Date> SYNC_DUE_AT = new ProcessVariable<>("syncDueAt", Date.class);

    private SyncProcess() {}
}

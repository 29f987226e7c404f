package dev.convergence.adaptive.source;

import dev.convergence.adaptive.source.answer.ReleaseAnswer;
import dev.convergence.adaptive.source.answer.SilenceAnswer;
import dev.convergence.engine.variable.ProcessVariable;
import java.util.Date;

/** The contract of the process {@code source-watch}. */
public final class SourceWatchProcess {

    public static final String KEY = "source-watch";

    static final String BRING_BACK = "userTask_bringSourceBack";
    static final String RELEASE = "userTask_releaseSource";

    /** Waits until the source must have been heard again. */
    static final String HEARTBEAT_OVER = "event_heartbeatOver";

    /** Of a task alone: what people call the source. */
    static final ProcessVariable<String> SOURCE_NAME = ProcessVariable.text("sourceName");

    /** The group that a silent source waits for. */
    static final ProcessVariable<String> SOURCE_GROUP = ProcessVariable.text("sourceGroup");

    /** Handed on to a task: the group that owns the source, where {@code reading-sources} names one; otherwise null. */
    static final ProcessVariable<String> SOURCE_OWNER = ProcessVariable.text("sourceOwner");

    /** Handed on to a task that no ladder hangs on. */
    static final ProcessVariable<Date> SOURCE_DUE_AT = new ProcessVariable<>("sourceDueAt", Date.class);

    /** Handed on by the policy to the task and its timer. */
    static final ProcessVariable<Date> DUE_AT = new ProcessVariable<>("dueAt", Date.class);

    static final ProcessVariable<Date> FIRST_RUNG_AT = new ProcessVariable<>("firstRungAt", Date.class);

    /** Handed on to the timer: when the source must have been heard again. */
    static final ProcessVariable<Date> NEXT_LOOK_AT = new ProcessVariable<>("nextLookAt", Date.class);

    /** When the watch began, or else a silence last ended, by whatever word: a heartbeat counts from then on. */
    public static final ProcessVariable<Date> LISTENED_SINCE = new ProcessVariable<>("listenedSince", Date.class);

    /** Handed on by the look: whether it was heard, and whether it is a source no more. */
    static final ProcessVariable<Boolean> HEARD_SINCE = ProcessVariable.flag("heardSince");

    static final ProcessVariable<Boolean> SOURCE_GONE = ProcessVariable.flag("sourceGone");

    /** Whether its rules are suspended, and somebody is to be asked about that, as far as the watch knows. */
    public static final ProcessVariable<Boolean> SOURCE_SUSPENDED = ProcessVariable.flag("sourceSuspended");

    /** How the last silence ended, one of {@link SilenceAnswer}, and why. */
    public static final ProcessVariable<String> SOURCE_ANSWER = ProcessVariable.text("sourceAnswer");

    public static final ProcessVariable<String> SOURCE_COMMENT = ProcessVariable.text("sourceComment");

    /** What was said of a source that speaks again, one of {@link ReleaseAnswer}, and why. */
    public static final ProcessVariable<String> RELEASE_ANSWER = ProcessVariable.text("releaseAnswer");

    public static final ProcessVariable<String> RELEASE_COMMENT = ProcessVariable.text("releaseComment");

    private SourceWatchProcess() {}
}

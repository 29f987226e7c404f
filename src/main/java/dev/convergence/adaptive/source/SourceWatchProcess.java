package dev.convergence.adaptive.source;

import dev.convergence.engine.Variable;
import java.util.Date;

/** The contract of the process {@code source-watch}. */
final class SourceWatchProcess {

    static final String KEY = "source-watch";

    static final String BRING_BACK = "userTask_bringSourceBack";
    static final String RELEASE = "userTask_releaseSource";

    /** Waits until the source must have been heard again. */
    static final String HEARTBEAT_OVER = "event_heartbeatOver";

    /** Of a task alone: what people call the source. */
    static final Variable<String> SOURCE_NAME = Variable.text("sourceName");

    /** The group that a silent source waits for. */
    static final Variable<String> SOURCE_GROUP = Variable.text("sourceGroup");

    /** Handed on to a task: the group that owns the source, where {@code reading-sources} names one; otherwise null. */
    static final Variable<String> SOURCE_OWNER = Variable.text("sourceOwner");

    /** Handed on to a task that no ladder hangs on. */
    static final Variable<Date> SOURCE_DUE_AT = new Variable<>("sourceDueAt", Date.class);

    /** Handed on by the policy to the task and its timer. */
    static final Variable<Date> DUE_AT = new Variable<>("dueAt", Date.class);

    static final Variable<Date> FIRST_RUNG_AT = new Variable<>("firstRungAt", Date.class);

    /** Handed on to the timer: when the source must have been heard again. */
    static final Variable<Date> NEXT_LOOK_AT = new Variable<>("nextLookAt", Date.class);

    /** When the watch began, or else a silence last ended, by whatever word: a heartbeat counts from then on. */
    static final Variable<Date> LISTENED_SINCE = new Variable<>("listenedSince", Date.class);

    /** Handed on by the look: whether it was heard, and whether it is a source no more. */
    static final Variable<Boolean> HEARD_SINCE = Variable.flag("heardSince");

    static final Variable<Boolean> SOURCE_GONE = Variable.flag("sourceGone");

    /** Whether its rules are suspended, and somebody is to be asked about that, as far as the watch knows. */
    static final Variable<Boolean> SOURCE_SUSPENDED = Variable.flag("sourceSuspended");

    /** How the last silence ended, one of {@link SilenceAnswer}, and why. */
    static final Variable<String> SOURCE_ANSWER = Variable.text("sourceAnswer");

    static final Variable<String> SOURCE_COMMENT = Variable.text("sourceComment");

    /** What was said of a source that speaks again, one of {@link ReleaseAnswer}, and why. */
    static final Variable<String> RELEASE_ANSWER = Variable.text("releaseAnswer");

    static final Variable<String> RELEASE_COMMENT = Variable.text("releaseComment");

    private SourceWatchProcess() {}
}

package dev.convergence.adaptive;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.Date;

/** The contract of the process {@code adaptive-convergence}. */
public final class AdaptiveProcess {

    public static final String KEY = "adaptive-convergence";

    /** A rule has fired: the action of this id is to be weighed and taken. */
    public static final String RULE_FIRED = "ruleFired";

    /** Bad data came from a source, and nobody is looking yet: somebody is asked. */
    public static final String DATA_DOUBTED = "dataDoubted";

    /** A source was heard for the first time, or is expected: it is watched from now on. */
    public static final String SOURCE_JOINED = "sourceJoined";

    /** A source that had fallen silent speaks again: ends the silence in its {@code source-watch}. */
    public static final String SOURCE_HEARD = "sourceHeard";

    /**
     * Whether the rules of a source may act may have changed: its {@code source-watch} looks again whom to ask. A message
     * of its own, because a source that is suspended is not heard: a silence goes on.
     */
    public static final String SUSPENSION_CHANGED = "suspensionChanged";

    /** Waits for the end; its timer moves with the plan. */
    public static final String END_REACHED = "event_endReached";

    /** Of the campaign: ISO instant, when it ends; set when it goes live where nobody planned it. */
    public static final ProcessVariable<String> PLANNED_END = ProcessVariable.text("plannedEnd");

    /** Of the campaign: JSON, the ids of the sources that its readings are expected from. */
    public static final String SOURCES = "sources";

    /** Of an action's part of the process: its id in the ledger. */
    public static final ProcessVariable<String> ACTION_ID = ProcessVariable.text("actionId");

    /** Handed on to the timer after a busy platform; null once the budgets are open there. */
    public static final ProcessVariable<Date> TRY_AGAIN_AT = new ProcessVariable<>("tryAgainAt", Date.class);

    /** Of a source's part of the process: its id. */
    public static final ProcessVariable<String> SOURCE_ID = ProcessVariable.text("sourceId");

    private AdaptiveProcess() {}
}

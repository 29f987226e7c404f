package dev.convergence.adaptive.source;

import dev.convergence.engine.variable.ProcessVariable;

/** The contract of the process {@code source-check}. */
public final class SourceCheckProcess {

    public static final String KEY = "source-check";

    static final String CHECK = "userTask_checkSource";

    /** What is the matter with the data, one of {@link CheckAnswer}, and why. */
    public static final ProcessVariable<String> CHECK_ANSWER = ProcessVariable.text("checkAnswer");

    public static final ProcessVariable<String> CHECK_COMMENT = ProcessVariable.text("checkComment");

    private SourceCheckProcess() {}
}

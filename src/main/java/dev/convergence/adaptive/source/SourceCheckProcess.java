package dev.convergence.adaptive.source;

import dev.convergence.engine.Variable;

/** The contract of the process {@code source-check}. */
final class SourceCheckProcess {

    static final String KEY = "source-check";

    static final String CHECK = "userTask_checkSource";

    /** What is the matter with the data, one of {@link CheckAnswer}, and why. */
    static final Variable<String> CHECK_ANSWER = Variable.text("checkAnswer");

    static final Variable<String> CHECK_COMMENT = Variable.text("checkComment");

    private SourceCheckProcess() {}
}

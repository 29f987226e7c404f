package dev.convergence.adaptive;

import dev.convergence.engine.Variable;

/** The contract of the process {@code reading-follow-up}. */
final class FollowUpProcess {

    static final String KEY = "reading-follow-up";

    /** The message that the campaign is sent. */
    static final Variable<String> MESSAGE = Variable.text("followUpMessage");

    /** What it is about. */
    static final Variable<String> SUBJECT = Variable.text("followUpSubject");

    private FollowUpProcess() {}
}

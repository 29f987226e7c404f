package dev.convergence.adaptive;

import dev.convergence.engine.variable.ProcessVariable;

/** The contract of the process {@code reading-follow-up}. */
final class FollowUpProcess {

    static final String KEY = "reading-follow-up";

    /** What the campaign is told, a line for each: the message, a blank, what it is about. */
    static final ProcessVariable<String> FOLLOW_UPS = ProcessVariable.text("followUps");

    private FollowUpProcess() {}
}

package dev.convergence.notification;

/** The contract of the process {@code message-dispatch}. Its business key is the dispatch of notices and events. */
final class MessageDispatchProcess {

    static final String KEY = "message-dispatch";

    private MessageDispatchProcess() {}
}

package dev.convergence.notification.delivery;

/** The contract of the process {@code message-dispatch}. Its business key is the dispatch of notices and events. */
public final class MessageDispatchProcess {

    public static final String KEY = "message-dispatch";

    private MessageDispatchProcess() {}
}

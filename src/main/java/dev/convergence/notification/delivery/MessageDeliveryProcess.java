package dev.convergence.notification.delivery;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.Date;

/** The contract of the process {@code message-delivery}. Its business key is the batch to send. */
public final class MessageDeliveryProcess {

    public static final String KEY = "message-delivery";

    static final String SEND = "serviceTask_send";

    /** One of {@link Channel}, for those who look at the instance. */
    static final ProcessVariable<String> CHANNEL = ProcessVariable.text("channel");

    /** A user id, the name of a chat channel or of a webhook's target. */
    public static final ProcessVariable<String> RECIPIENT = ProcessVariable.text("recipient");

    /** Handed on to the timer of the window; null where a message goes out at once. */
    static final ProcessVariable<Date> GATHER_UNTIL = new ProcessVariable<>("gatherUntil", Date.class);

    /** Handed on to the timer after a busy target; null once the batch is sent. */
    static final ProcessVariable<Date> TRY_AGAIN_AT = new ProcessVariable<>("tryAgainAt", Date.class);

    private MessageDeliveryProcess() {}
}

package dev.convergence.notification;

import dev.convergence.engine.Variable;
import java.util.Date;

/** The contract of the process {@code message-delivery}. Its business key is the batch to send. */
final class MessageDeliveryProcess {

    static final String KEY = "message-delivery";

    static final String SEND = "serviceTask_send";

    /** One of {@link Channel}, for those who look at the instance. */
    static final Variable<String> CHANNEL = Variable.text("channel");

    /** A user id, the name of a chat channel or of a webhook's target. */
    static final Variable<String> RECIPIENT = Variable.text("recipient");

    /** Handed on to the timer of the window; null where a message goes out at once. */
    static final Variable<Date> GATHER_UNTIL = new Variable<>("gatherUntil", Date.class);

    /** Handed on to the timer after a busy target; null once the batch is sent. */
    static final Variable<Date> TRY_AGAIN_AT = new Variable<>("tryAgainAt", Date.class);

    private MessageDeliveryProcess() {}
}

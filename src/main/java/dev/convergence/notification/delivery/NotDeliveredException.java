package dev.convergence.notification.delivery;

/**
 * A message did not reach its recipient. The text becomes the incident's. There is no cause to it, whose text would be
 * logged with it and might hold an address with a token in it.
 */
public class NotDeliveredException extends RuntimeException {

    /** @param recipient with the channel: {@code Mail to jane (jane@example.org)} */
    public NotDeliveredException(String recipient, String reason) {
        // Without a stack trace: a hundred mails during an outage would write thousands of lines that say nothing.
        super(recipient + ": " + reason, null, false, false);
    }
}

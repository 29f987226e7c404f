package dev.convergence.notification.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that a group or a person was told.
 *
 * @param campaign the campaign key
 * @param about the id of the gate, handoff or planned entry
 * @param recipient a group id, or {@code user:} and a user id
 * @param subject what it is about, such as {@code reminder}
 */
public record Notice(String campaign, String about, String recipient, String subject, String text, Instant at) {

    private static final String USER = "user:";

    public static String user(String userId) {
        return USER + userId;
    }

    /** The user's id, where the recipient is one person. */
    public static Optional<String> userIn(String recipient) {
        return Optional.of(recipient).filter(one -> one.startsWith(USER)).map(one -> one.substring(USER.length()));
    }
}

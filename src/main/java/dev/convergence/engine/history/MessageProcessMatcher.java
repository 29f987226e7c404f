package dev.convergence.engine.history;

import java.util.Set;

/**
 * The processes that carry messages. They are by far the most, and what they tell stands among the notices: of them
 * history has that they ran, and what went wrong.
 */
public final class MessageProcessMatcher {

    private static final Set<String> KEYS = Set.of("message-dispatch", "message-delivery");

    private MessageProcessMatcher() {}

    public static boolean include(String processKey) {
        return KEYS.contains(processKey);
    }
}

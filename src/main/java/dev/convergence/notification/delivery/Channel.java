package dev.convergence.notification.delivery;

import java.util.Locale;

/** A way out of the application. */
public enum Channel {
    MAIL,
    CHAT,
    WEBHOOK;

    /** As it is stored, and shown in metrics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}

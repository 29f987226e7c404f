package dev.convergence.feed;

import java.util.Locale;

/** What a date in the calendar is about. */
enum EntryKind {
    GATE,
    MILESTONE,
    SYNC,
    LAUNCH;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EntryKind named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

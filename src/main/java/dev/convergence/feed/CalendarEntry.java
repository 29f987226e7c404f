package dev.convergence.feed;

import java.util.Optional;

/**
 * A date as it stands now.
 *
 * @param summary one line that names the campaign and what is due
 * @param description whom it waits for, and what became of it
 * @param link opens the task or the campaign
 * @param asked whom its task waits for
 */
record CalendarEntry(
        String uid,
        String campaign,
        EntryKind kind,
        TimeSlot slot,
        EntryState state,
        String summary,
        String description,
        Optional<String> link,
        Assignees asked) {

    private static final String NEVER_IN_TEXT = "\u0000";

    boolean isCancelled() {
        return state == EntryState.CANCELLED;
    }

    /** Tells one wording from another. */
    String textHash() {
        return Sha256Encoder.of(String.join(NEVER_IN_TEXT, state.name(), summary, description, link.orElse("")));
    }
}

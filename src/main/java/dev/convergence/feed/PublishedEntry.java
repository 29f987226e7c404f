package dev.convergence.feed;

import java.time.Instant;

/**
 * What calendars were told of a date.
 *
 * @param textHash of all that was said beside the date
 * @param sequence how often the date moved, was called off or was put back
 * @param modifiedAt when something of it changed last
 */
record PublishedEntry(
        String uid,
        String campaign,
        EntryKind kind,
        TimeSlot slot,
        String summary,
        String textHash,
        int sequence,
        EntryState state,
        Instant modifiedAt) {

    static PublishedEntry first(CalendarEntry entry, Instant now) {
        return of(entry, 0, now);
    }

    /** As it is to be told now; itself where nothing changed. */
    PublishedEntry after(CalendarEntry entry, Instant now) {
        if (!slot.equals(entry.slot()) || isCancelled() != entry.isCancelled()) {
            return of(entry, sequence + 1, now);
        }
        return textHash.equals(entry.textHash()) ? this : of(entry, sequence, now);
    }

    /** As it is to be told once nothing is left of it; itself where it was called off before. */
    PublishedEntry withdrawn(Instant now) {
        return isCancelled()
                ? this
                : new PublishedEntry(
                        uid, campaign, kind, slot, summary, textHash, sequence + 1, EntryState.CANCELLED, now);
    }

    boolean isCancelled() {
        return state == EntryState.CANCELLED;
    }

    private static PublishedEntry of(CalendarEntry entry, int sequence, Instant now) {
        return new PublishedEntry(
                entry.uid(),
                entry.campaign(),
                entry.kind(),
                entry.slot(),
                entry.summary(),
                entry.textHash(),
                sequence,
                entry.state(),
                now);
    }
}

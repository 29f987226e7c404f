package dev.convergence.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be told now, given what was told before and what is so now. A date that moved there and back between two
 * readings did not change.
 *
 * @param told all that is told or remembered, by uid
 * @param added those of them that nobody was told before
 * @param changed those of them that were told otherwise before
 * @param forgotten the uids of what is neither told nor remembered any more
 */
record FeedDiff(
        Map<String, PublishedEntry> told,
        List<PublishedEntry> added,
        List<PublishedEntry> changed,
        List<String> forgotten) {

    /** How long calendars are told of what has passed, and of what was called off. */
    static final Duration MEMORY = Duration.ofDays(30);

    /** @param over campaigns that calendars were told of, and that have ended since */
    static FeedDiff of(
            CalendarEntryReader.Present present, Map<String, PublishedEntry> before, Set<String> over, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.SECONDS);
        FeedDiff feedDiff = new FeedDiff(new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        present.entries().values().forEach(entry -> feedDiff.tell(entry, before.get(entry.uid()), now));
        before.values().stream()
                .filter(told -> !present.entries().containsKey(told.uid()))
                .forEach(told -> feedDiff.tellOfLost(told, present, over, now));
        return feedDiff;
    }

    boolean isNews() {
        return !added.isEmpty() || !changed.isEmpty() || !forgotten.isEmpty();
    }

    /** Nobody needs to be told that something is called off, or is long past, that they never heard of. */
    private void tell(CalendarEntry entry, PublishedEntry before, Instant now) {
        if (before != null) {
            keep(before, before.after(entry, now));
        } else if (!entry.isCancelled() && !isLongPast(entry.slot(), now)) {
            PublishedEntry first = PublishedEntry.first(entry, now);
            told.put(first.uid(), first);
            added.add(first);
        }
    }

    private void tellOfLost(PublishedEntry before, CalendarEntryReader.Present present, Set<String> over, Instant now) {
        afterLoss(before, present, over, now)
                .ifPresentOrElse(after -> keep(before, after), () -> forgotten.add(before.uid()));
    }

    /**
     * While its campaign runs, a date may come back, and is remembered for that; a sync does not come back. A campaign
     * that is over takes along what had passed; what lay ahead is called off. Of one that was not looked at, nothing is
     * known.
     */
    private static Optional<PublishedEntry> afterLoss(
            PublishedEntry before, CalendarEntryReader.Present present, Set<String> over, Instant now) {
        if (before.kind() == EntryKind.SYNC && isLongPast(before.slot(), now)) {
            return Optional.empty();
        }
        if (present.campaigns().contains(before.campaign())) {
            return Optional.of(before.withdrawn(now));
        }
        if (!over.contains(before.campaign())) {
            return Optional.of(before);
        }
        boolean forgettable = before.isCancelled()
                ? isOld(before.modifiedAt(), now)
                : !before.slot().ends().isAfter(now) || before.state() == EntryState.REACHED;
        return forgettable ? Optional.empty() : Optional.of(before.withdrawn(now));
    }

    private void keep(PublishedEntry before, PublishedEntry after) {
        told.put(after.uid(), after);
        if (!after.equals(before)) {
            changed.add(after);
        }
    }

    /** Whether calendars are to be told of it; what is only remembered is not. */
    static boolean isShown(PublishedEntry entry, Instant now) {
        return !isLongPast(entry.slot(), now) && !(entry.isCancelled() && isOld(entry.modifiedAt(), now));
    }

    private static boolean isLongPast(TimeSlot slot, Instant now) {
        return isOld(slot.ends(), now);
    }

    private static boolean isOld(Instant instant, Instant now) {
        return instant.isBefore(now.minus(MEMORY));
    }
}

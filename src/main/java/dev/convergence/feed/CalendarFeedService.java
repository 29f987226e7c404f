package dev.convergence.feed;

import dev.convergence.engine.query.RowReader;
import dev.convergence.people.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The calendar of a user, brought up to date with the engine when it is read. */
@Component
class CalendarFeedService {

    /** Of more, those nearest to now. */
    private static final int MOST_ENTRIES = 2000;

    private static final Comparator<PublishedEntry> CHRONOLOGICAL = Comparator.comparing(
                    (PublishedEntry entry) -> entry.slot().starts())
            .thenComparing(PublishedEntry::uid);

    private final CalendarEntryReader entries;
    private final PublishedEntryRepository told;
    private final TransactionOperations transaction;
    private final Clock clock;

    CalendarFeedService(
            CalendarEntryReader entries,
            PublishedEntryRepository told,
            TransactionOperations transaction,
            Clock clock) {
        this.entries = entries;
        this.told = told;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Reading(CalendarEntryReader.Present present, FeedDiff telling) {}

    /** The calendar as RFC 5545 has it. Writes nothing unless a date or a text changed since anybody's last reading. */
    byte[] of(CurrentUser user) {
        Instant now = clock.instant();
        Reading reading = read(now);
        if (reading.telling().isNews()) {
            reading = transaction.execute(status -> readAndRemember(now));
        }
        return calendar(reading, user, now);
    }

    /** Whoever comes second looks again at everything: the first has changed the record, and the engine may have moved. */
    private Reading readAndRemember(Instant now) {
        told.lock();
        Reading reading = read(now);
        told.write(reading.telling());
        return reading;
    }

    private Reading read(Instant now) {
        CalendarEntryReader.Present present = entries.present(now.minus(FeedDiff.MEMORY));
        Map<String, PublishedEntry> before = told.all();
        Set<String> lost =
                before.values().stream().map(PublishedEntry::campaign).collect(Collectors.toCollection(HashSet::new));
        lost.removeAll(present.campaigns());
        return new Reading(present, FeedDiff.of(present, before, entries.over(lost), now));
    }

    private static byte[] calendar(Reading reading, CurrentUser user, Instant now) {
        ICalendar calendar = new ICalendar();
        shown(reading.telling(), now)
                .forEach(entry -> RowReader.one("calendar entry", entry.uid(), () -> {
                    CalendarEntry present = reading.present().entries().get(entry.uid());
                    if (present == null) {
                        calendar.addRemembered(entry);
                    } else {
                        calendar.add(entry, present, present.asked().includes(user));
                    }
                    return entry;
                }));
        return calendar.bytes();
    }

    private static List<PublishedEntry> shown(FeedDiff telling, Instant now) {
        return telling.told().values().stream()
                .filter(entry -> FeedDiff.isShown(entry, now))
                .sorted(Comparator.comparing(entry -> distance(entry, now)))
                .limit(MOST_ENTRIES)
                .sorted(CHRONOLOGICAL)
                .toList();
    }

    private static Duration distance(PublishedEntry entry, Instant now) {
        return Duration.between(now, entry.slot().starts()).abs();
    }
}

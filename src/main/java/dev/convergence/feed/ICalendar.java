package dev.convergence.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;

/** An iCalendar stream (RFC 5545, RFC 7986), all times in UTC. The same entries make the same bytes. */
final class ICalendar {

    private static final String PRODUCT = "-//Campaign Convergence//Calendar//EN";
    private static final String TITLE = "Campaigns";

    /** What programs that do not know RFC 7986 take for the title. */
    private static final String OLD_NAME = "X-WR-CALNAME";

    private static final String CANCELLED = "Cancelled: ";
    private static final String MINE = "mine";
    private static final java.time.Duration REFRESH = java.time.Duration.ofHours(1);

    /** In characters; of three bytes each, they stay below the 75 bytes that a line may have. */
    private static final int FOLD = 25;

    private final Calendar calendar = new Calendar();

    ICalendar() {
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Name(TITLE));
        calendar.add(new XProperty(OLD_NAME, TITLE));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
    }

    /** @param mine whether the reader is asked to act */
    void add(PublishedEntry told, CalendarEntry entry, boolean mine) {
        VEvent event = event(told, mine);
        event.add(new Description(entry.description()));
        entry.link().map(URI::create).map(Url::new).ifPresent(event::add);
        calendar.add(event);
    }

    /** Something of which no more is known than what was told before. */
    void addRemembered(PublishedEntry told) {
        String state = told.isCancelled() ? "Called off." : "As told before.";
        VEvent event = event(told, false);
        event.add(new Description(state + " (" + told.campaign() + ")"));
        calendar.add(event);
    }

    private VEvent event(PublishedEntry told, boolean mine) {
        VEvent event = new VEvent(false);
        event.add(new Uid(told.uid()));
        event.add(new DtStamp(told.modifiedAt()));
        event.add(new LastModified(told.modifiedAt()));
        event.add(new Sequence(told.sequence()));
        event.add(new DtStart<Instant>(told.slot().starts()));
        event.add(new DtEnd<Instant>(told.slot().ends()));
        event.add(new Summary(summary(told)));
        event.add(status(told));
        event.add(told.kind() == EntryKind.SYNC ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT);
        event.add(categories(told.kind(), mine));
        return event;
    }

    /** Many programs ignore the status. */
    private static String summary(PublishedEntry told) {
        return told.isCancelled() ? CANCELLED + told.summary() : told.summary();
    }

    private static Status status(PublishedEntry told) {
        return told.isCancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
    }

    private static Categories categories(EntryKind kind, boolean mine) {
        return new Categories(mine ? new TextList(kind.word(), MINE) : new TextList(kind.word()));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(true, FOLD).output(calendar, bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (ValidationException invalid) {
            throw new IllegalStateException("the calendar is against its standard", invalid);
        }
        return bytes.toByteArray();
    }
}

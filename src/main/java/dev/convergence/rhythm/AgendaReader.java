package dev.convergence.rhythm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.query.RowReader;
import dev.convergence.meeting.AgendaSource;
import dev.convergence.meeting.Blocker;
import dev.convergence.meeting.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts agendas together from all sources: at most 50 steps of progress, the latest, and 50 blockers, the oldest. */
@Component
class AgendaReader {

    private static final int MOST = 50;
    private static final int LONGEST = 300;

    private final List<AgendaSource> sources;
    private final WorkingCalendarRegistry calendars;
    private final Clock clock;
    private final ObjectMapper json;

    AgendaReader(List<AgendaSource> sources, WorkingCalendarRegistry calendars, Clock clock, ObjectMapper json) {
        this.sources = sources;
        this.calendars = calendars;
        this.clock = clock;
        this.json = json;
    }

    /** The agenda of a sync of this moment. */
    Agenda of(CampaignContext campaign, Instant since) {
        return new Agenda(progress(campaign, since), blockers(campaign));
    }

    private List<Progress> progress(CampaignContext campaign, Instant since) {
        List<Progress> all = sources.stream()
                .flatMap(source -> source.since(campaign, since).stream())
                .filter(step -> step.at().isAfter(since))
                .map(step -> new Progress(brief(step.what()), step.by(), step.at()))
                .distinct()
                .sorted(Comparator.comparing(Progress::at))
                .toList();
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    private List<Agenda.OpenPoint> blockers(CampaignContext campaign) {
        Instant now = clock.instant();
        return sources.stream()
                .flatMap(source -> source.open(campaign).stream())
                .distinct()
                .sorted(Comparator.comparing(Blocker::since))
                .limit(MOST)
                .flatMap(blocker -> RowReader.one("blocker", blocker.what(), () -> point(blocker, now)).stream())
                .toList();
    }

    private Agenda.OpenPoint point(Blocker blocker, Instant now) {
        return new Agenda.OpenPoint(
                brief(blocker.what()),
                blocker.owner(),
                AgeFormatter.inWords(calendars.ofGroup(blocker.owner()), blocker.since(), now),
                blocker.since());
    }

    private static String brief(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /** An agenda as it is kept. */
    String write(Agenda agenda) {
        try {
            return json.writeValueAsString(agenda);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** An agenda that was kept. */
    Agenda read(String text) {
        try {
            return json.readValue(text, Agenda.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the agenda of a sync is unreadable", unreadable);
        }
    }
}

package dev.convergence.rhythm;

import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.context.DossierSection;
import dev.convergence.meeting.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The agenda on the form of a sync. On every other form it is empty and asks for nothing. */
@Component
class SyncDossierSection implements DossierSection {

    private final AgendaReader agendaReader;
    private final SyncCadenceDecision syncCadenceDecision;
    private final WorkingCalendarRegistry calendars;

    SyncDossierSection(
            AgendaReader agendaReader, SyncCadenceDecision syncCadenceDecision, WorkingCalendarRegistry calendars) {
        this.agendaReader = agendaReader;
        this.syncCadenceDecision = syncCadenceDecision;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public Object of(DelegateExecution execution, CampaignContext campaign) {
        return SyncProcess.HOLD_SYNC.equals(execution.getCurrentActivityId()) ? agenda(execution, campaign) : Map.of();
    }

    private Map<String, Object> agenda(DelegateExecution execution, CampaignContext campaign) {
        SyncKind kind = SyncKindResolver.of(execution);
        Optional<Cadence> cadence = syncCadenceDecision.find(kind, campaign);
        ZoneId zone = cadence.map(Cadence::calendar)
                .orElseGet(() -> calendars.ofGroup(null))
                .zone();
        Instant since = SyncProcess.SYNC_SINCE.get(execution).toInstant();
        Agenda agenda = agendaReader.of(campaign, since);
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("kind", kind.id());
        part.put("name", kind.title());
        part.put(
                "at",
                WallTimeFormatter.of(SyncProcess.NEXT_SYNC_AT.get(execution).toInstant(), zone));
        part.put("since", WallTimeFormatter.of(since, zone));
        part.put("minutes", cadence.map(Cadence::minutes).orElse(0));
        part.put(
                "attendants", String.join(", ", cadence.map(Cadence::attendants).orElse(List.of())));
        part.put(
                "progress",
                agenda.progress().stream().map(step -> progress(step, zone)).toList());
        part.put(
                "blockers",
                agenda.blockers().stream().map(SyncDossierSection::blocker).toList());
        return part;
    }

    private static Map<String, Object> progress(Progress step, ZoneId zone) {
        return Map.of(
                "what",
                step.what(),
                "by",
                Objects.toString(step.by(), ""),
                "at",
                WallTimeFormatter.of(step.at(), zone));
    }

    private static Map<String, Object> blocker(Agenda.OpenPoint point) {
        return Map.of("what", point.what(), "owner", point.owner(), "age", point.age());
    }
}

package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.adaptive.source.state.SuspensionService;
import dev.convergence.adaptive.source.state.WatchedSource;
import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.context.DossierSection;
import dev.convergence.people.GroupCatalog;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the forms about a source show: how it does, and what it sent last that could not be used. */
@Component
class SourceDossierSection implements DossierSection {

    private static final Set<String> TASKS =
            Set.of(SourceWatchProcess.BRING_BACK, SourceWatchProcess.RELEASE, SourceCheckProcess.CHECK);
    private static final int MOST = 10;

    private final SourceCatalog sourceCatalog;
    private final SourceOwnerResolver owners;
    private final SuspensionService suspensionService;
    private final SourceReadingRepository readings;
    private final ZoneId zone;

    SourceDossierSection(
            SourceCatalog sourceCatalog,
            SourceOwnerResolver owners,
            SuspensionService suspensionService,
            SourceReadingRepository readings,
            WorkingCalendarRegistry calendars) {
        this.sourceCatalog = sourceCatalog;
        this.owners = owners;
        this.suspensionService = suspensionService;
        this.readings = readings;
        this.zone = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone();
    }

    @Override
    public String name() {
        return "source";
    }

    @Override
    public Object of(DelegateExecution execution, CampaignContext campaign) {
        return TASKS.contains(String.valueOf(execution.getCurrentActivityId()))
                ? of(campaign.key(), AdaptiveProcess.SOURCE_ID.get(execution))
                : Map.of();
    }

    private Map<String, Object> of(String campaign, String source) {
        Optional<WatchedSource> state = suspensionService.state(campaign, source);
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("name", owners.name(source));
        part.put(
                "heartbeat",
                sourceCatalog
                        .find(source)
                        .map(one -> HeartbeatFormatter.inWords(one.heartbeat()))
                        .orElse(""));
        part.put(
                "lastHeard",
                state.map(WatchedSource::lastHeardAt).map(this::when).orElse("never"));
        part.put(
                "suspended",
                state.map(WatchedSource::suspendedAt).map(this::when).orElse("no"));
        part.put("good", String.valueOf(state.map(WatchedSource::goodSince).orElse(0)));
        part.put("verdicts", state.map(one -> verdicts(one.verdicts())).orElse(List.of()));
        part.put(
                "bad",
                readings.bad(campaign, source, MOST).stream().map(this::row).toList());
        return part;
    }

    private static List<Map<String, String>> verdicts(WatchedSource.Counts counts) {
        return List.of(
                verdict("applied", counts.applied()),
                verdict("duplicate", counts.duplicate()),
                verdict("stale", counts.stale()),
                verdict("rejected", counts.rejected()));
    }

    private static Map<String, String> verdict(String name, long count) {
        return Map.of("verdict", name, "count", String.valueOf(count));
    }

    private Map<String, String> row(UnusableReading reading) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("at", when(reading.receivedAt()));
        row.put("source", text(reading.source()));
        row.put("metric", text(reading.metric()));
        row.put("channel", text(reading.channel()));
        row.put(
                "value",
                reading.value() == null
                        ? ""
                        : reading.value().stripTrailingZeros().toPlainString());
        row.put("verdict", reading.verdict().toLowerCase(Locale.ROOT));
        row.put("reason", text(reading.reason()));
        return row;
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private String when(Instant at) {
        return WallTimeFormatter.of(at, zone);
    }
}

package dev.convergence.report;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.query.RowReader;
import dev.convergence.people.GroupCatalog;
import dev.convergence.report.ObservedSync.State;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reports what syncs cost, of at most 5,000 that were held, 5,000 that were skipped and 5,000 that are open. */
@Component
class MeetingLoadReporter {

    private static final int MOST = 5000;

    private final ObservedSyncRepository syncs;
    private final SyncsRecordContributor recorded;
    private final SyncCampaignReader campaigns;
    private final Clock clock;
    private final ZoneId office;

    MeetingLoadReporter(
            ObservedSyncRepository syncs,
            SyncsRecordContributor recorded,
            SyncCampaignReader campaigns,
            WorkingCalendarRegistry calendars,
            Clock clock) {
        this.syncs = syncs;
        this.recorded = recorded;
        this.campaigns = campaigns;
        this.clock = clock;
        this.office = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone();
    }

    /**
     * The report of what was held and skipped on these days of the office, and of what is open now.
     *
     * @param from null for no first day
     * @param to null for no last day
     * @throws Refusal naming the day that makes no sense
     */
    MeetingLoadReport of(LocalDate from, LocalDate to) {
        ReportPeriod reportPeriod = ReportPeriod.of(from, to, office);
        List<SyncsRecordContributor.RecordedSync> kept = recorded.within(reportPeriod);
        List<List<ObservedSync>> all = List.of(
                with(State.HELD, syncs.held(reportPeriod, MOST + 1), kept),
                with(State.SKIPPED, syncs.skipped(reportPeriod, MOST + 1), kept),
                syncs.open(MOST + 1));
        List<ObservedSync> counted =
                all.stream().flatMap(some -> some.stream().limit(MOST)).toList();
        Map<String, CampaignContext> known = campaigns.of(
                counted.stream().map(ObservedSync::rhythm).distinct().toList());
        kept.forEach(sync -> known.putIfAbsent(sync.sync().rhythm(), sync.campaign()));
        List<ObservedSync> real = RowReader.stream("sync of rhythm", counted, ObservedSync::rhythm, sync -> {
                    return isReal(known.get(sync.rhythm()))
                                    && known.get(sync.rhythm()).name() != null
                            ? sync
                            : null;
                })
                .toList();
        return new MeetingLoadReport(
                from,
                to,
                clock.instant(),
                all.stream().anyMatch(some -> some.size() > MOST),
                MeetingFigureCalculator.of(real),
                byCampaign(real, known).toList());
    }

    /** The latest first; one that stands in history and in a record counts once. */
    private static List<ObservedSync> with(
            State state, List<ObservedSync> observed, List<SyncsRecordContributor.RecordedSync> kept) {
        Stream<ObservedSync> recorded =
                kept.stream().map(SyncsRecordContributor.RecordedSync::sync).filter(sync -> sync.state() == state);
        return Stream.concat(observed.stream(), recorded)
                .distinct()
                .sorted(Comparator.comparing(ObservedSync::at).reversed())
                .limit(MOST + 1)
                .toList();
    }

    private static boolean isReal(CampaignContext campaign) {
        return campaign != null && campaign.key() != null && !campaign.isRehearsal();
    }

    private static Stream<MeetingLoadReport.OfCampaign> byCampaign(
            List<ObservedSync> syncs, Map<String, CampaignContext> known) {
        return syncs.stream()
                .collect(Collectors.groupingBy(
                        sync -> known.get(sync.rhythm()).key(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(campaign -> new MeetingLoadReport.OfCampaign(
                        campaign.getKey(),
                        known.get(campaign.getValue().get(0).rhythm()).name(),
                        MeetingFigureCalculator.of(campaign.getValue())));
    }
}

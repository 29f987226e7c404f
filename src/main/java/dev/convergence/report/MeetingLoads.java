package dev.convergence.report;

import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.Refusal;
import dev.convergence.engine.RowReader;
import dev.convergence.people.Groups;
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
class MeetingLoads {

    private static final int MOST = 5000;

    private final ObservedSyncs syncs;
    private final RecordedSyncs recorded;
    private final SyncCampaigns campaigns;
    private final Clock clock;
    private final ZoneId office;

    MeetingLoads(
            ObservedSyncs syncs,
            RecordedSyncs recorded,
            SyncCampaigns campaigns,
            WorkingCalendars calendars,
            Clock clock) {
        this.syncs = syncs;
        this.recorded = recorded;
        this.campaigns = campaigns;
        this.clock = clock;
        this.office = calendars.ofGroup(Groups.CAMPAIGN_MANAGERS).zone();
    }

    /**
     * The report of what was held and skipped on these days of the office, and of what is open now.
     *
     * @param from null for no first day
     * @param to null for no last day
     * @throws Refusal naming the day that makes no sense
     */
    MeetingLoad of(LocalDate from, LocalDate to) {
        Period period = Period.of(from, to, office);
        List<RecordedSyncs.RecordedSync> kept = recorded.within(period);
        List<List<ObservedSync>> all = List.of(
                with(State.HELD, syncs.held(period, MOST + 1), kept),
                with(State.SKIPPED, syncs.skipped(period, MOST + 1), kept),
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
        return new MeetingLoad(
                from,
                to,
                clock.instant(),
                all.stream().anyMatch(some -> some.size() > MOST),
                MeetingFigures.of(real),
                byCampaign(real, known).toList());
    }

    /** The latest first; one that stands in history and in a record counts once. */
    private static List<ObservedSync> with(
            State state, List<ObservedSync> observed, List<RecordedSyncs.RecordedSync> kept) {
        Stream<ObservedSync> recorded =
                kept.stream().map(RecordedSyncs.RecordedSync::sync).filter(sync -> sync.state() == state);
        return Stream.concat(observed.stream(), recorded)
                .distinct()
                .sorted(Comparator.comparing(ObservedSync::at).reversed())
                .limit(MOST + 1)
                .toList();
    }

    private static boolean isReal(CampaignContext campaign) {
        return campaign != null && campaign.key() != null && !campaign.isRehearsal();
    }

    private static Stream<MeetingLoad.OfCampaign> byCampaign(
            List<ObservedSync> syncs, Map<String, CampaignContext> known) {
        return syncs.stream()
                .collect(Collectors.groupingBy(
                        sync -> known.get(sync.rhythm()).key(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(campaign -> new MeetingLoad.OfCampaign(
                        campaign.getKey(),
                        known.get(campaign.getValue().get(0).rhythm()).name(),
                        MeetingFigures.of(campaign.getValue())));
    }
}

package dev.convergence.feed;

import dev.convergence.bounds.DateBounds;
import dev.convergence.campaign.planning.RunningCampaign;
import dev.convergence.campaign.planning.RunningCampaignRepository;
import dev.convergence.engine.query.OmittedEntry;
import dev.convergence.engine.query.RowReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All dates of running campaigns as they stand now, read off the engine in a constant number of statements. */
@Component
class CalendarEntryReader {

    /** Campaigns whose dates are shown, the newest. */
    private static final int MOST_CAMPAIGNS = 500;

    private final RunningCampaignRepository campaigns;
    private final OpenTaskRepository tasks;
    private final LaunchEntryReader launches;
    private final GateEntryReader gates;
    private final MilestoneEntryReader milestones;
    private final SyncEntryReader syncs;

    CalendarEntryReader(
            RunningCampaignRepository campaigns,
            OpenTaskRepository tasks,
            LaunchEntryReader launches,
            GateEntryReader gates,
            MilestoneEntryReader milestones,
            SyncEntryReader syncs) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.launches = launches;
        this.gates = gates;
        this.milestones = milestones;
        this.syncs = syncs;
    }

    /**
     * What was read.
     *
     * @param entries by their uid
     * @param campaigns the keys of the campaigns that were looked at, and of which everything could be read
     */
    record Present(Map<String, CalendarEntry> entries, Set<String> campaigns) {}

    /** @param since of syncs that were held or skipped, those from then on */
    Present present(Instant since) {
        List<RunningCampaign> all = campaigns.newest(MOST_CAMPAIGNS);
        Map<String, OpenTaskRepository.OpenTask> open = tasks.now();
        Map<String, CalendarEntry> entries = new LinkedHashMap<>();
        Consumer<CalendarEntry> put = entry -> RowReader.one(
                        "calendar entry",
                        entry.uid(),
                        () -> DateBounds.checked(entry.slot().starts()))
                .ifPresent(start -> entries.put(entry.uid(), entry));
        List<OmittedEntry> unreadable = new ArrayList<>();
        try (RowReader.Listening listening = RowReader.listen(unreadable::add)) {
            launches.of(all).forEach(put);
            gates.of(all, open.values()).forEach(put);
            milestones.of(all, open).forEach(put);
            syncs.of(all, open, since).forEach(put);
        }
        return new Present(entries, whole(all, unreadable));
    }

    /** What cannot be read is not called off; where nobody can say whose it is, nothing is. */
    private static Set<String> whole(List<RunningCampaign> all, List<OmittedEntry> unreadable) {
        Set<String> whole = all.stream().map(RunningCampaign::key).collect(Collectors.toSet());
        boolean known = unreadable.stream().allMatch(left -> whole.stream().anyMatch(left.key()::contains));
        whole.removeIf(
                key -> !known || unreadable.stream().anyMatch(left -> left.key().contains(key)));
        return whole;
    }

    /** Those of these campaigns that are over. */
    Set<String> over(Set<String> keys) {
        Set<String> over = new HashSet<>(keys);
        over.removeAll(campaigns.among(keys));
        return over;
    }
}

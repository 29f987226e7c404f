package dev.convergence.feed;

import dev.convergence.campaign.RunningCampaign;
import dev.convergence.engine.HistoricVariables;
import dev.convergence.engine.RowReader;
import dev.convergence.feed.OpenTasks.OpenTask;
import dev.convergence.notification.Links;
import dev.convergence.rhythm.SyncProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The syncs: the next of each campaign, those that are to be held now, and those of the last weeks. */
@Component
class SyncEntries {

    private static final String NOUN = "Sync";

    private final SyncActivities activities;
    private final HistoricVariables variables;
    private final Links links;

    SyncEntries(SyncActivities activities, HistoricVariables variables, Links links) {
        this.activities = activities;
        this.variables = variables;
        this.links = links;
    }

    List<CalendarEntry> of(Collection<RunningCampaign> campaigns, Map<String, OpenTask> open, Instant since) {
        Map<String, RunningCampaign> byKey = new HashMap<>();
        campaigns.forEach(campaign -> byKey.put(campaign.key(), campaign));
        List<Sync> syncs = syncs(activities.of(byKey.keySet(), since));
        Map<String, Map<String, Object>> known = variables.of(
                syncs.stream().map(Sync::block).collect(Collectors.toSet()), Set.of(SyncProcess.SYNC_KIND.name()));
        return RowReader.all(
                "sync",
                syncs,
                Sync::id,
                sync -> entry(
                        byKey.get(sync.campaign()),
                        sync,
                        SyncProcess.SYNC_KIND.find(known.getOrDefault(sync.block(), Map.of())),
                        sync.taskId().map(open::get).map(OpenTask::asked).orElse(Asked.NOBODY)));
    }

    /** Each wait for the next sync begins one; what follows in the same block is about it. */
    private static List<Sync> syncs(List<SyncActivity> passed) {
        List<Sync> syncs = new ArrayList<>();
        for (SyncActivity activity : passed) {
            int last = syncs.size() - 1;
            boolean goesOn = last >= 0 && syncs.get(last).block().equals(activity.block());
            switch (activity.step()) {
                case DUE -> syncs.add(Sync.due(activity));
                case SKIPPED, HELD -> {
                    if (goesOn) {
                        syncs.set(last, syncs.get(last).with(activity));
                    } else if (activity.step() == SyncActivity.Step.HELD) {
                        syncs.add(Sync.held(activity));
                    }
                }
            }
        }
        return syncs;
    }

    private CalendarEntry entry(RunningCampaign campaign, Sync sync, Optional<String> kind, Asked asked) {
        return new CalendarEntry(
                EntryUid.of(campaign.key(), EntryKind.SYNC, sync.id()),
                campaign.key(),
                EntryKind.SYNC,
                TimeSlot.from(sync.at()),
                sync.state(),
                kind.map(name -> EntryTexts.summary(campaign, NOUN, name.replace('-', ' ')))
                        .orElseGet(() -> EntryTexts.summary(campaign, NOUN)),
                EntryTexts.description(campaign, sentence(sync, asked)),
                sync.taskId().flatMap(links::task).or(() -> links.instance(campaign.instanceId())),
                asked);
    }

    private static String sentence(Sync sync, Asked asked) {
        return switch (sync.state()) {
            case CANCELLED -> "Skipped.";
            case REACHED -> "Held.";
            case EXPECTED -> sync.taskId().isPresent() ? EntryTexts.waitingFor(asked) : "Planned.";
        };
    }
}

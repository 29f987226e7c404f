package dev.convergence.feed;

import dev.convergence.campaign.planning.RunningCampaign;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.feed.OpenTaskRepository.OpenTask;
import dev.convergence.notification.delivery.LinkBuilder;
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
class SyncEntryReader {

    private static final String NOUN = "Sync";

    private final SyncActivityRepository activities;
    private final HistoricVariableRepository variables;
    private final LinkBuilder linkBuilder;

    SyncEntryReader(SyncActivityRepository activities, HistoricVariableRepository variables, LinkBuilder linkBuilder) {
        this.activities = activities;
        this.variables = variables;
        this.linkBuilder = linkBuilder;
    }

    List<CalendarEntry> of(Collection<RunningCampaign> campaigns, Map<String, OpenTask> open, Instant since) {
        Map<String, RunningCampaign> byKey = new HashMap<>();
        campaigns.forEach(campaign -> byKey.put(campaign.key(), campaign));
        List<FeedSync> syncs = syncs(activities.of(byKey.keySet(), since));
        Map<String, Map<String, Object>> known = variables.of(
                syncs.stream().map(FeedSync::block).collect(Collectors.toSet()), Set.of(SyncProcess.SYNC_KIND.name()));
        return RowReader.all(
                "sync",
                syncs,
                FeedSync::id,
                feedSync -> entry(
                        byKey.get(feedSync.campaign()),
                        feedSync,
                        SyncProcess.SYNC_KIND.find(known.getOrDefault(feedSync.block(), Map.of())),
                        feedSync.taskId().map(open::get).map(OpenTask::asked).orElse(Assignees.NOBODY)));
    }

    /** Each wait for the next sync begins one; what follows in the same block is about it. */
    private static List<FeedSync> syncs(List<SyncActivity> passed) {
        List<FeedSync> syncs = new ArrayList<>();
        for (SyncActivity activity : passed) {
            int last = syncs.size() - 1;
            boolean goesOn = last >= 0 && syncs.get(last).block().equals(activity.block());
            switch (activity.step()) {
                case DUE -> syncs.add(FeedSync.due(activity));
                case SKIPPED, HELD -> {
                    if (goesOn) {
                        syncs.set(last, syncs.get(last).with(activity));
                    } else if (activity.step() == SyncActivity.Step.HELD) {
                        syncs.add(FeedSync.held(activity));
                    }
                }
            }
        }
        return syncs;
    }

    private CalendarEntry entry(
            RunningCampaign campaign, FeedSync feedSync, Optional<String> kind, Assignees assignees) {
        return new CalendarEntry(
                EntryUidGenerator.of(campaign.key(), EntryKind.SYNC, feedSync.id()),
                campaign.key(),
                EntryKind.SYNC,
                TimeSlot.from(feedSync.at()),
                feedSync.state(),
                kind.map(name -> EntryTexts.summary(campaign, NOUN, name.replace('-', ' ')))
                        .orElseGet(() -> EntryTexts.summary(campaign, NOUN)),
                EntryTexts.description(campaign, sentence(feedSync, assignees)),
                feedSync.taskId().flatMap(linkBuilder::task).or(() -> linkBuilder.instance(campaign.instanceId())),
                assignees);
    }

    private static String sentence(FeedSync feedSync, Assignees assignees) {
        return switch (feedSync.state()) {
            case CANCELLED -> "Skipped.";
            case REACHED -> "Held.";
            case EXPECTED -> feedSync.taskId().isPresent() ? EntryTexts.waitingFor(assignees) : "Planned.";
        };
    }
}

package dev.convergence.feed;

import dev.convergence.campaign.planning.RunningCampaign;
import dev.convergence.engine.query.RowReader;
import dev.convergence.notification.delivery.LinkBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The planned launches. No query. */
@Component
class LaunchEntryReader {

    private static final String NOUN = "Launch";
    private static final String ELEMENT = "launch";

    private final LinkBuilder linkBuilder;

    LaunchEntryReader(LinkBuilder linkBuilder) {
        this.linkBuilder = linkBuilder;
    }

    List<CalendarEntry> of(Collection<RunningCampaign> campaigns) {
        return RowReader.stream("launch of", campaigns, RunningCampaign::key, campaign -> campaign.plannedLaunch()
                        .map(launch -> entry(campaign, TimeSlot.from(launch))))
                .flatMap(Optional::stream)
                .toList();
    }

    private CalendarEntry entry(RunningCampaign campaign, TimeSlot slot) {
        boolean launched = campaign.launchedAt().isPresent();
        return new CalendarEntry(
                EntryUidGenerator.of(campaign.key(), EntryKind.LAUNCH, ELEMENT),
                campaign.key(),
                EntryKind.LAUNCH,
                slot,
                launched ? EntryState.REACHED : EntryState.EXPECTED,
                EntryTexts.summary(campaign, NOUN),
                EntryTexts.description(campaign, launched ? "The campaign has launched." : "Planned."),
                linkBuilder.instance(campaign.instanceId()),
                Assignees.NOBODY);
    }
}

package dev.convergence.adaptive.source.state;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.CampaignSignalPublisher;
import org.springframework.stereotype.Component;

/** The sources from which a campaign's readings are expected: each is watched, heard or not. */
@Component
public class JoinedSourceService {

    private final WatchedSourceRepository watched;
    private final CampaignSignalPublisher campaignSignalPublisher;

    JoinedSourceService(WatchedSourceRepository watched, CampaignSignalPublisher campaignSignalPublisher) {
        this.watched = watched;
        this.campaignSignalPublisher = campaignSignalPublisher;
    }

    /** Within a transaction that holds the campaign's lock. A source that has joined is not asked again. */
    public void join(String campaign, String source) {
        if (watched.find(campaign, source).isEmpty()) {
            watched.add(campaign, source);
            campaignSignalPublisher.tell(campaign, AdaptiveProcess.SOURCE_JOINED, source);
        }
    }
}

package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.FollowUps;
import org.springframework.stereotype.Component;

/** The sources from which a campaign's readings are expected: each is watched, heard or not. */
@Component
public class JoinedSources {

    private final WatchedSources watched;
    private final FollowUps followUps;

    JoinedSources(WatchedSources watched, FollowUps followUps) {
        this.watched = watched;
        this.followUps = followUps;
    }

    /** Within a transaction that holds the campaign's lock. A source that has joined is not asked again. */
    public void join(String campaign, String source) {
        if (watched.find(campaign, source).isEmpty()) {
            watched.add(campaign, source);
            followUps.tell(campaign, AdaptiveProcess.SOURCE_JOINED, source);
        }
    }
}

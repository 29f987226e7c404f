package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Notices a source that falls silent. */
@Component
class SourceWatch {

    private final AdaptiveCampaigns campaigns;
    private final Sources sources;
    private final Suspensions suspensions;
    private final WatchedSources watched;
    private final Clock clock;

    SourceWatch(
            AdaptiveCampaigns campaigns,
            Sources sources,
            Suspensions suspensions,
            WatchedSources watched,
            Clock clock) {
        this.campaigns = campaigns;
        this.sources = sources;
        this.suspensions = suspensions;
        this.watched = watched;
        this.clock = clock;
    }

    /** What a look shows. */
    enum Look {
        HEARD,
        SILENT,
        GONE
    }

    /**
     * When it must have been heard again; at once for what is a source no more.
     *
     * @param since when the watch began, or else the last silence ended: a source that joins late is not late at once
     */
    Instant nextLook(String campaign, String source, Instant since) {
        Duration heartbeat = sources.find(source).map(Sources.Source::heartbeat).orElse(Duration.ZERO);
        boolean live = campaigns.find(campaign).filter(AdaptiveCampaign::isLive).isPresent();
        return (live ? lastWord(campaign, source, since) : clock.instant()).plus(heartbeat);
    }

    /** Looks whether it was heard for a heartbeat, and suspends it where it was not. A campaign that is over listens to nobody. */
    Look look(String campaign, String source, Instant since) {
        boolean live = campaigns.lock(campaign).filter(AdaptiveCampaign::isLive).isPresent();
        Optional<Sources.Source> known = sources.find(source);
        if (known.isEmpty()) {
            watched.leave(campaign, source);
            return Look.GONE;
        }
        Instant due = lastWord(campaign, source, since).plus(known.get().heartbeat());
        if (!live || due.isAfter(clock.instant())) {
            return Look.HEARD;
        }
        suspensions.fallSilent(campaign, source);
        return Look.SILENT;
    }

    /** To the millisecond, as the engine's timers are: they never fire too early. */
    private Instant lastWord(String campaign, String source, Instant since) {
        return suspensions
                .state(campaign, source)
                .map(WatchedSource::lastHeardAt)
                .filter(since::isBefore)
                .orElse(since)
                .truncatedTo(ChronoUnit.MILLIS);
    }
}

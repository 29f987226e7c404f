package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @param since when the last silence ended; empty where there was none
     */
    Instant nextLook(String campaign, String source, Optional<Instant> since) {
        Duration heartbeat = sources.find(source).map(Sources.Source::heartbeat).orElse(Duration.ZERO);
        Optional<AdaptiveCampaign> live = campaigns.find(campaign).filter(AdaptiveCampaign::isLive);
        return live.map(one -> lastWord(one, source, since))
                .orElseGet(clock::instant)
                .plus(heartbeat);
    }

    /** Looks whether it was heard for a heartbeat, and suspends it where it was not. A campaign that is over listens to nobody. */
    Look look(String campaign, String source, Optional<Instant> since) {
        Optional<AdaptiveCampaign> live = campaigns.lock(campaign).filter(AdaptiveCampaign::isLive);
        Optional<Sources.Source> known = sources.find(source);
        if (known.isEmpty()) {
            watched.leave(campaign, source);
            return Look.GONE;
        }
        Optional<Instant> due =
                live.map(one -> lastWord(one, source, since).plus(known.get().heartbeat()));
        if (due.filter(at -> !at.isAfter(clock.instant())).isEmpty()) {
            return Look.HEARD;
        }
        suspensions.fallSilent(campaign, source);
        return Look.SILENT;
    }

    /** To the millisecond, as the engine's timers are: they never fire too early. */
    private Instant lastWord(AdaptiveCampaign campaign, String source, Optional<Instant> since) {
        Optional<Instant> heard = suspensions.state(campaign.key(), source).map(WatchedSource::lastHeardAt);
        return Stream.of(heard, since, Optional.of(campaign.liveFrom()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .truncatedTo(ChronoUnit.MILLIS);
    }
}

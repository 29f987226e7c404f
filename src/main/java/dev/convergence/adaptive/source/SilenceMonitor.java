package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.adaptive.source.state.SuspensionService;
import dev.convergence.adaptive.source.state.WatchedSource;
import dev.convergence.adaptive.source.state.WatchedSourceRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Notices a source that falls silent. */
@Component
class SilenceMonitor {

    private final AdaptiveCampaignRepository campaigns;
    private final SourceCatalog sourceCatalog;
    private final SuspensionService suspensionService;
    private final WatchedSourceRepository watched;
    private final Clock clock;

    SilenceMonitor(
            AdaptiveCampaignRepository campaigns,
            SourceCatalog sourceCatalog,
            SuspensionService suspensionService,
            WatchedSourceRepository watched,
            Clock clock) {
        this.campaigns = campaigns;
        this.sourceCatalog = sourceCatalog;
        this.suspensionService = suspensionService;
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
        Duration heartbeat =
                sourceCatalog.find(source).map(SourceCatalog.Source::heartbeat).orElse(Duration.ZERO);
        boolean live = campaigns.find(campaign).filter(AdaptiveCampaign::isLive).isPresent();
        return (live ? lastWord(campaign, source, since) : clock.instant()).plus(heartbeat);
    }

    /** Looks whether it was heard for a heartbeat, and suspends it where it was not. A campaign that is over listens to nobody. */
    Look look(String campaign, String source, Instant since) {
        boolean live = campaigns.lock(campaign).filter(AdaptiveCampaign::isLive).isPresent();
        Optional<SourceCatalog.Source> known = sourceCatalog.find(source);
        if (known.isEmpty()) {
            watched.leave(campaign, source);
            return Look.GONE;
        }
        Instant due = lastWord(campaign, source, since).plus(known.get().heartbeat());
        if (!live || due.isAfter(clock.instant())) {
            return Look.HEARD;
        }
        suspensionService.fallSilent(campaign, source);
        return Look.SILENT;
    }

    /** To the millisecond, as the engine's timers are: they never fire too early. */
    private Instant lastWord(String campaign, String source, Instant since) {
        return suspensionService
                .state(campaign, source)
                .map(WatchedSource::lastHeardAt)
                .filter(since::isBefore)
                .orElse(since)
                .truncatedTo(ChronoUnit.MILLIS);
    }
}

package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.calendar.WallTime;
import dev.convergence.escalation.SharedWait;
import dev.convergence.escalation.StallKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Whom a silent source concerns, and since when it is silent. */
@Component
class SilentSources implements SharedWait {

    private final RuntimeService runtime;
    private final AdaptiveCampaigns campaigns;
    private final Suspensions suspensions;
    private final Sources sources;
    private final SourceOwners owners;

    SilentSources(
            RuntimeService runtime,
            AdaptiveCampaigns campaigns,
            Suspensions suspensions,
            Sources sources,
            SourceOwners owners) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.suspensions = suspensions;
        this.sources = sources;
        this.owners = owners;
    }

    @Override
    public StallKind kind() {
        return StallKind.SILENT_SOURCE;
    }

    @Override
    public List<String> dependents(String blockId) {
        String source = String.valueOf(runtime.getVariable(blockId, AdaptiveProcess.SOURCE_ID.name()));
        return List.copyOf(owners.concerned(source, SourceOwners.BRING_BACK));
    }

    @Override
    public String missing(String blockId) {
        return "";
    }

    @Override
    public Optional<String> cause(String campaign, String source, ZoneId zone) {
        return Optional.of("No reading from " + owners.name(source)
                + since(campaign, source)
                        .map(at -> " since " + WallTime.of(at, zone))
                        .orElse("")
                + sources.find(source)
                        .map(one -> "; its heartbeat is " + Heartbeat.inWords(one.heartbeat()))
                        .orElse("")
                + ". Its rules are suspended.");
    }

    /** When it was heard last, or else when it might have been heard first. */
    private Optional<Instant> since(String campaign, String source) {
        return suspensions
                .state(campaign, source)
                .map(WatchedSource::lastHeardAt)
                .or(() -> campaigns.find(campaign).map(AdaptiveCampaign::liveFrom));
    }
}

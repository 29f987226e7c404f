package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.adaptive.source.state.SuspensionService;
import dev.convergence.adaptive.source.state.WatchedSource;
import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.escalation.wait.SharedWaitReader;
import dev.convergence.escalation.wait.StallKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Whom a silent source concerns, and since when it is silent. */
@Component
class SilentSourceWait implements SharedWaitReader {

    private final RuntimeService runtime;
    private final AdaptiveCampaignRepository campaigns;
    private final SuspensionService suspensionService;
    private final SourceCatalog sourceCatalog;
    private final SourceOwnerResolver owners;

    SilentSourceWait(
            RuntimeService runtime,
            AdaptiveCampaignRepository campaigns,
            SuspensionService suspensionService,
            SourceCatalog sourceCatalog,
            SourceOwnerResolver owners) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.suspensionService = suspensionService;
        this.sourceCatalog = sourceCatalog;
        this.owners = owners;
    }

    @Override
    public StallKind kind() {
        return StallKind.SILENT_SOURCE;
    }

    @Override
    public List<String> dependents(String blockId) {
        String source = String.valueOf(runtime.getVariable(blockId, AdaptiveProcess.SOURCE_ID.name()));
        return List.copyOf(owners.concerned(source, SourceOwnerResolver.BRING_BACK));
    }

    @Override
    public String missing(String blockId) {
        return "";
    }

    @Override
    public Optional<String> cause(String campaign, String source, ZoneId zone) {
        return Optional.of("No reading from " + owners.name(source)
                + since(campaign, source)
                        .map(at -> " since " + WallTimeFormatter.of(at, zone))
                        .orElse("")
                + sourceCatalog
                        .find(source)
                        .map(one -> "; its heartbeat is " + HeartbeatFormatter.inWords(one.heartbeat()))
                        .orElse("")
                + ". Its rules are suspended.");
    }

    /** When it was heard last, or else when it might have been heard first. */
    private Optional<Instant> since(String campaign, String source) {
        return suspensionService
                .state(campaign, source)
                .map(WatchedSource::lastHeardAt)
                .or(() -> campaigns.find(campaign).map(AdaptiveCampaign::liveFrom));
    }
}

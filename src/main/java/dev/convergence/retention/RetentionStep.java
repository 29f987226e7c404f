package dev.convergence.retention;

import dev.convergence.engine.history.HistoryCleanupStep;
import org.springframework.stereotype.Component;

/** What goes with the engine's history: first campaigns are recorded, then what is over is removed. */
@Component
class RetentionStep implements HistoryCleanupStep {

    private final CampaignRecorder recorder;
    private final RemovalTimes times;
    private final CampaignRemoval campaigns;
    private final LooseRows loose;
    private final EngineLeftovers leftovers;

    RetentionStep(
            CampaignRecorder recorder,
            RemovalTimes times,
            CampaignRemoval campaigns,
            LooseRows loose,
            EngineLeftovers leftovers) {
        this.recorder = recorder;
        this.times = times;
        this.campaigns = campaigns;
        this.loose = loose;
        this.leftovers = leftovers;
    }

    @Override
    public boolean cleanUp() {
        recorder.recordEnded();
        boolean right = times.putRight();
        campaigns.removeDue();
        loose.removeOld();
        leftovers.removeOld();
        return right;
    }
}

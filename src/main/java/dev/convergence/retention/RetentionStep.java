package dev.convergence.retention;

import dev.convergence.engine.history.HistoryCleanupStep;
import org.springframework.stereotype.Component;

/** What goes with the engine's history: first campaigns are recorded, then what is over is removed. */
@Component
class RetentionStep implements HistoryCleanupStep {

    private final CampaignRecorder recorder;
    private final RemovalTimeService times;
    private final CampaignRemovalService campaigns;
    private final LooseRowCleaner loose;
    private final EngineLeftoverCleaner leftovers;

    RetentionStep(
            CampaignRecorder recorder,
            RemovalTimeService times,
            CampaignRemovalService campaigns,
            LooseRowCleaner loose,
            EngineLeftoverCleaner leftovers) {
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

package dev.convergence.draft;

import dev.convergence.context.CampaignLock;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/** Tracks that are done and wait for the others: a newer draft under their own takes them back to work. */
@Component
class RestingTrackService {

    private final RuntimeService runtime;
    private final DraftReader draftReader;
    private final CampaignLock lock;

    RestingTrackService(RuntimeService runtime, DraftReader draftReader, CampaignLock lock) {
        this.runtime = runtime;
        this.draftReader = draftReader;
        this.lock = lock;
    }

    void wakeOutdated(String campaign) {
        lock.hold(campaign);
        Set<String> outdated =
                draftReader.flags(campaign).stream().map(DraftFlag::track).collect(Collectors.toSet());
        if (!outdated.isEmpty()) {
            runtime
                    .createExecutionQuery()
                    .processInstanceBusinessKey(campaign)
                    .messageEventSubscriptionName(TrackProcess.DRAFT_OUTDATED)
                    .list()
                    .stream()
                    .filter(resting -> outdated.contains(track(resting)))
                    .forEach(resting -> runtime.messageEventReceived(TrackProcess.DRAFT_OUTDATED, resting.getId()));
        }
    }

    private String track(Execution resting) {
        return (String) runtime.getVariable(resting.getId(), TrackProcess.TRACK_ID.name());
    }
}

package dev.convergence.draft;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "tellTracks", reach = BeanReach.CAMPAIGN, in = TrackProcess.KEY)
class TellTracksDelegate implements JavaDelegate {

    private final DraftNotifier notices;
    private final RestingTrackService resting;

    TellTracksDelegate(DraftNotifier notices, RestingTrackService resting) {
        this.notices = notices;
        this.resting = resting;
    }

    @Override
    public void execute(DelegateExecution track) {
        notices.tell(track, TrackProcess.TRACK_ID.get(track), TrackProcess.DRAFT_VERSION.get(track));
        resting.wakeOutdated(track.getProcessBusinessKey());
    }
}

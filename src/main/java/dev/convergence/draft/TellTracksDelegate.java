package dev.convergence.draft;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "tellTracks", reach = Reach.CAMPAIGN, in = TrackProcess.KEY)
class TellTracksDelegate implements JavaDelegate {

    private final DraftNotices notices;
    private final RestingTracks resting;

    TellTracksDelegate(DraftNotices notices, RestingTracks resting) {
        this.notices = notices;
        this.resting = resting;
    }

    @Override
    public void execute(DelegateExecution track) {
        notices.tell(track, TrackProcess.TRACK_ID.get(track), TrackProcess.DRAFT_VERSION.get(track));
        resting.wakeOutdated(track.getProcessBusinessKey());
    }
}

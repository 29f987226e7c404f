package dev.convergence.draft;

import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("tellTracks")
class TellTracksDelegate implements JavaDelegate {

    private final DraftNotices notices;

    TellTracksDelegate(DraftNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution track) {
        notices.tell(track, TrackProcess.TRACK_ID.get(track), TrackProcess.DRAFT_VERSION.get(track));
    }
}

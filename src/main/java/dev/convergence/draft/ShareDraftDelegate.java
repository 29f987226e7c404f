package dev.convergence.draft;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.engine.Variable;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Shares what the last task says; the next round asks anew. */
@ModelBean(value = "shareDraft", reach = Reach.CAMPAIGN, in = TrackProcess.KEY)
class ShareDraftDelegate implements JavaDelegate {

    private static final Sharer NOBODY_KNOWN = new Sharer(null, null);

    private final DraftSharing sharing;

    ShareDraftDelegate(DraftSharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public void execute(DelegateExecution track) {
        Draft draft = sharing.share(draft(track, track.getVariables()));
        TrackProcess.DRAFT_VERSION.set(track, draft.version());
        track.removeVariables(TrackProcess.ANSWERS);
    }

    private static NewDraft draft(DelegateExecution track, Map<String, Object> said) {
        boolean adjusted = TrackProcess.ADJUSTMENT.find(said).isPresent();
        Variable<String> result = adjusted ? TrackProcess.ADJUST_DRAFT_RESULT : TrackProcess.MAKE_DRAFT_RESULT;
        Variable<String> links = adjusted ? TrackProcess.ADJUST_DRAFT_LINKS : TrackProcess.MAKE_DRAFT_LINKS;
        return new NewDraft(
                track.getProcessBusinessKey(),
                TrackProcess.TRACK_ID.get(track),
                result.get(track),
                links.find(said).orElse(null),
                TrackProcess.DRAFT_CHANGES.find(said).orElse(null),
                SeenDrafts.in(said),
                TrackProcess.SEEN_DRAFTS.name(),
                TrackProcess.SHARED_BY.find(said).orElse(NOBODY_KNOWN));
    }
}

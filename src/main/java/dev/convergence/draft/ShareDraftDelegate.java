package dev.convergence.draft;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.ProcessVariable;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Shares what the last task says; the next round asks anew. */
@ModelBean(value = "shareDraft", reach = BeanReach.CAMPAIGN, in = TrackProcess.KEY)
class ShareDraftDelegate implements JavaDelegate {

    private static final DraftAuthor NOBODY_KNOWN = new DraftAuthor(null, null);

    private final DraftService sharing;

    ShareDraftDelegate(DraftService sharing) {
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
        ProcessVariable<String> result = adjusted ? TrackProcess.ADJUST_DRAFT_RESULT : TrackProcess.MAKE_DRAFT_RESULT;
        ProcessVariable<String> links = adjusted ? TrackProcess.ADJUST_DRAFT_LINKS : TrackProcess.MAKE_DRAFT_LINKS;
        return new NewDraft(
                track.getProcessBusinessKey(),
                TrackProcess.TRACK_ID.get(track),
                result.get(track),
                links.find(said).orElse(null),
                TrackProcess.DRAFT_CHANGES.find(said).orElse(null),
                SeenDraftParser.in(said),
                TrackProcess.SEEN_DRAFTS.name(),
                TrackProcess.SHARED_BY.find(said).orElse(NOBODY_KNOWN));
    }
}

package dev.convergence.draft;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What a form for the next version begins with: the text of the present one, also where it was shared past the task. */
@ModelBean(value = "ownDraft", reach = BeanReach.CAMPAIGN, in = TrackProcess.KEY)
public class OwnDraftReader {

    private final DraftReader draftReader;
    private final DraftService sharing;

    OwnDraftReader(DraftReader draftReader, DraftService sharing) {
        this.draftReader = draftReader;
        this.sharing = sharing;
    }

    /** Whether a newer draft lies under the track's latest one; it stays so until the transaction ends. */
    public boolean isOutdated(DelegateExecution track) {
        return !sharing.flagsUnderLock(track.getProcessBusinessKey(), TrackProcess.TRACK_ID.get(track))
                .isEmpty();
    }

    /** What the track's latest version says; null where there is none. */
    public String result(DelegateExecution track) {
        return latest(track, Draft::result);
    }

    /** Where its document is; null where nobody said. */
    public String links(DelegateExecution track) {
        return latest(track, Draft::links);
    }

    private String latest(DelegateExecution execution, Function<Draft, String> part) {
        String track = TrackProcess.TRACK_ID.get(execution);
        List<Draft> latest = draftReader.latest(execution.getProcessBusinessKey());
        return latest.stream()
                .filter(draft -> draft.track().equals(track))
                .findFirst()
                .flatMap(draft -> Optional.ofNullable(part.apply(draft)))
                .orElse(null);
    }
}

package dev.convergence.draft;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a track's draft past its tasks. */
@Component
class TrackWorkflow {

    private final RuntimeService runtime;
    private final DraftService sharing;
    private final DraftReader draftReader;

    TrackWorkflow(RuntimeService runtime, DraftService sharing, DraftReader draftReader) {
        this.runtime = runtime;
        this.sharing = sharing;
        this.draftReader = draftReader;
    }

    /**
     * Shares a new version, and lets the track tell the others.
     *
     * @throws Refusal where it does not say what it changes, or is based on what does not exist
     */
    @Transactional
    public Draft draftShared(Track track, NewDraft shared) {
        if (!sharing.isFirstUnderLock(shared.campaign(), shared.track()) && shared.changes() == null) {
            throw new RefusalException("changes", "is required: the other tracks must know what is different");
        }
        Draft draft = sharing.share(shared);
        runtime.createMessageCorrelation(TrackProcess.DRAFT_SHARED)
                .processInstanceId(track.instanceId())
                .setVariablesToTriggeredScope(Map.of(TrackProcess.DRAFT_VERSION.name(), draft.version()))
                .correlate();
        return draft;
    }

    /**
     * Says that a track's work stands with a version of another's.
     *
     * @throws NotFound where there is no such version
     * @throws TooLate where the track is not flagged for it
     */
    @Transactional
    public DraftAcknowledgement draftAcknowledged(
            String campaign, String track, String of, int version, String note, DraftAuthor by) {
        if (draftReader.of(campaign).stream()
                .noneMatch(draft -> draft.track().equals(of) && draft.version() == version)) {
            throw new NotFoundException("Version " + version + " of the draft of", of);
        }
        DraftFlag flag = sharing.flagsUnderLock(campaign, track).stream()
                .filter(one -> one.basedOn().equals(of))
                .findFirst()
                .orElseThrow(() -> new TooLateException("No newer draft of " + of + " waits for " + track + "."));
        if (flag.latestVersion() != version) {
            throw new NewerDraftException("version", flag);
        }
        return sharing.acknowledge(campaign, flag, note, by);
    }
}

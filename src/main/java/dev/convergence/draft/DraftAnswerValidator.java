package dev.convergence.draft;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a team may answer at its track's tasks. */
@Component
class DraftAnswerValidator {

    private final DraftService sharing;
    private final DraftReader draftReader;

    DraftAnswerValidator(DraftService sharing, DraftReader draftReader) {
        this.sharing = sharing;
        this.draftReader = draftReader;
    }

    /** @throws Refusal where the first draft says nothing, or not where it is */
    void made(String campaign, String track, Map<String, ?> answer) {
        TextValidator.require(TrackProcess.MAKE_DRAFT_RESULT, answer, "the other tracks must know what the draft says");
        TextValidator.require(TrackProcess.MAKE_DRAFT_LINKS, answer, "the other tracks must know where the draft is");
        seen(campaign, track, answer);
    }

    /**
     * Takes the answer of a team that has looked at the others' drafts; records what it acknowledges.
     *
     * @throws Refusal where something is missing; 409 where a newer draft was not looked at
     */
    void adjusted(String campaign, String track, Map<String, ?> answer, DraftAuthor by) {
        Optional<Map<String, Integer>> seen = seen(campaign, track, answer);
        if (DraftAdjustment.in(answer) == DraftAdjustment.SHARE) {
            TextValidator.require(
                    TrackProcess.ADJUST_DRAFT_RESULT, answer, "the other tracks must know what the draft says");
            TextValidator.require(TrackProcess.DRAFT_CHANGES, answer, "the other tracks must know what is different");
        } else {
            sharing.flagsUnderLock(campaign, track).forEach(flag -> settle(campaign, flag, seen, answer, by));
        }
    }

    private void settle(
            String campaign,
            DraftFlag flag,
            Optional<Map<String, Integer>> seen,
            Map<String, ?> answer,
            DraftAuthor by) {
        if (seen.isPresent() && seen.get().getOrDefault(flag.basedOn(), 0) < flag.latestVersion()) {
            throw new NewerDraftException(TrackProcess.SEEN_DRAFTS.name(), flag);
        }
        if (!TrackProcess.NEWER_DRAFTS_ACKNOWLEDGED.find(answer).orElse(false)) {
            throw new RefusalException(
                    TrackProcess.NEWER_DRAFTS_ACKNOWLEDGED.name(),
                    "is missing: your work is based on version %d of %s, but there is version %d. Share a version that is based on it, or say that yours stands"
                            .formatted(flag.basedOnVersion(), flag.basedOn(), flag.latestVersion()));
        }
        String note =
                TextValidator.optional(TrackProcess.NEWER_DRAFTS_NOTE, answer).orElse(null);
        sharing.acknowledge(campaign, flag, note, by);
    }

    private Optional<Map<String, Integer>> seen(String campaign, String track, Map<String, ?> answer) {
        Optional<Map<String, Integer>> seen = SeenDraftParser.in(answer);
        seen.filter(versions -> !versions.isEmpty()).ifPresent(versions -> {
            List<Draft> present = draftReader.of(campaign);
            versions.forEach((other, version) ->
                    DraftService.requireBase(TrackProcess.SEEN_DRAFTS.name(), track, other, version, present));
        });
        return seen;
    }
}

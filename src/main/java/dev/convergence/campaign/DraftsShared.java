package dev.convergence.campaign;

import dev.convergence.draft.Draft;
import dev.convergence.draft.Drafts;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.DoneBy;
import dev.convergence.meeting.AgendaSource;
import dev.convergence.meeting.Progress;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the versions of drafts that were shared on the agenda of a sync. */
@Component
class DraftsShared implements AgendaSource {

    private final Drafts drafts;

    DraftsShared(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public List<Progress> since(CampaignContext campaign, Instant since) {
        return campaign.key() == null
                ? List.of()
                : drafts.sharedSince(campaign.key(), since).stream()
                        .filter(draft -> draft.sharedAt().isAfter(since))
                        .map(DraftsShared::progress)
                        .toList();
    }

    private static Progress progress(Draft draft) {
        String changed = draft.changes() == null ? "" : ": " + draft.changes();
        return new Progress(
                "Draft of %s, version %d%s".formatted(draft.track(), draft.version(), changed),
                DoneBy.inWords(draft.sharedBy(), draft.sharedFor()),
                draft.sharedAt());
    }
}

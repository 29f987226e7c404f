package dev.convergence.campaign;

import dev.convergence.context.CampaignContext;
import dev.convergence.draft.Draft;
import dev.convergence.draft.DraftReader;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.meeting.AgendaSource;
import dev.convergence.meeting.Progress;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the versions of drafts that were shared on the agenda of a sync. */
@Component
class SharedDraftSource implements AgendaSource {

    private final DraftReader draftReader;

    SharedDraftSource(DraftReader draftReader) {
        this.draftReader = draftReader;
    }

    @Override
    public List<Progress> since(CampaignContext campaign, Instant since) {
        return campaign.key() == null
                ? List.of()
                : draftReader.sharedSince(campaign.key(), since).stream()
                        .filter(draft -> draft.sharedAt().isAfter(since))
                        .map(SharedDraftSource::progress)
                        .toList();
    }

    private static Progress progress(Draft draft) {
        String changed = draft.changes() == null ? "" : ": " + draft.changes();
        return new Progress(
                "Draft of %s, version %d%s".formatted(draft.track(), draft.version(), changed),
                TaskAuthorReader.inWords(draft.sharedBy(), draft.sharedFor()),
                draft.sharedAt());
    }
}

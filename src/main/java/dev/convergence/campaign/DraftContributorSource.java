package dev.convergence.campaign;

import dev.convergence.draft.DraftReader;
import dev.convergence.draft.TrackProcess;
import dev.convergence.gate.ContributorSource;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whoever has shared any version of a draft has worked on it, also past the track's tasks. Two queries. */
@Component
class DraftContributorSource implements ContributorSource {

    private final DraftReader draftReader;

    DraftContributorSource(DraftReader draftReader) {
        this.draftReader = draftReader;
    }

    @Override
    public String processKey() {
        return TrackProcess.KEY;
    }

    @Override
    public Set<String> of(String campaignKey) {
        return draftReader.of(campaignKey).stream()
                .flatMap(draft -> Stream.of(draft.sharedBy(), draft.sharedFor()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

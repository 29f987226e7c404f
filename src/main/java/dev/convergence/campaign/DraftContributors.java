package dev.convergence.campaign;

import dev.convergence.draft.Drafts;
import dev.convergence.draft.TrackProcess;
import dev.convergence.gate.Contributors;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whoever has shared any version of a draft has worked on it, also past the track's tasks. Two queries. */
@Component
class DraftContributors implements Contributors {

    private final Drafts drafts;

    DraftContributors(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String processKey() {
        return TrackProcess.KEY;
    }

    @Override
    public Set<String> of(String campaignKey) {
        return drafts.of(campaignKey).stream()
                .flatMap(draft -> Stream.of(draft.sharedBy(), draft.sharedFor()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

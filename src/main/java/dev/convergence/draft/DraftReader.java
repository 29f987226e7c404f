package dev.convergence.draft;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The drafts of campaigns as they stand. */
@Component
public class DraftReader {

    private final DraftRepository table;

    DraftReader(DraftRepository table) {
        this.table = table;
    }

    /** All versions of a campaign's drafts, by track, in their order. */
    public List<Draft> of(String campaignKey) {
        return table.of(campaignKey);
    }

    /** The latest version of each track that has shared one, by track. */
    public List<Draft> latest(String campaignKey) {
        return latest(of(campaignKey));
    }

    /** The versions that were shared at this instant or later, the oldest first. */
    public List<Draft> sharedSince(String campaignKey, Instant since) {
        return of(campaignKey).stream()
                .filter(draft -> !draft.sharedAt().isBefore(since))
                .sorted(Comparator.comparing(Draft::sharedAt))
                .toList();
    }

    /** Whose work is based on a draft of which there is a newer version; three queries. */
    public List<DraftFlag> flags(String campaignKey) {
        return flags(campaignKey, of(campaignKey));
    }

    /** What was acknowledged so far, the oldest first. */
    public List<DraftAcknowledgement> acknowledgements(String campaignKey) {
        return table.acknowledgements(campaignKey);
    }

    /** The same flags, where the drafts are known already. */
    List<DraftFlag> flags(String campaignKey, List<Draft> drafts) {
        return drafts.isEmpty()
                ? List.of()
                : new DraftFlagCalculator(drafts, table.acknowledgements(campaignKey)).all();
    }

    static List<Draft> latest(Collection<Draft> drafts) {
        Map<String, Draft> latest = new LinkedHashMap<>();
        drafts.forEach(draft -> latest.put(draft.track(), draft));
        return List.copyOf(latest.values());
    }
}

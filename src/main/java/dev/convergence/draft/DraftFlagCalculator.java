package dev.convergence.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds out whose work is based on what is no longer the newest. What counts is the track's own latest version: an
 * earlier one may have been based on whatever it was.
 */
final class DraftFlagCalculator {

    private final Map<String, List<Draft>> versions = new LinkedHashMap<>();
    private final Collection<DraftAcknowledgement> acknowledged;

    /** @param drafts of one campaign, the versions of each track in their order */
    DraftFlagCalculator(Collection<Draft> drafts, Collection<DraftAcknowledgement> acknowledged) {
        drafts.forEach(draft -> versions.computeIfAbsent(draft.track(), track -> new ArrayList<>())
                .add(draft));
        this.acknowledged = acknowledged;
    }

    List<DraftFlag> all() {
        List<DraftFlag> flags = new ArrayList<>();
        versions.keySet().forEach(track -> stands(track).forEach((other, version) -> newer(other, version)
                .forEach(newest -> flags.add(flag(track, version, newest)))));
        return flags;
    }

    /** The newest version of each other track with which the work of this one is known to stand. */
    private Map<String, Integer> stands(String track) {
        Map<String, Integer> stands = new TreeMap<>(latest(track).basedOn());
        acknowledged.stream()
                .filter(acknowledgement -> acknowledgement.track().equals(track))
                .forEach(acknowledgement -> stands.merge(acknowledgement.of(), acknowledgement.version(), Math::max));
        return stands;
    }

    /** The latest version, where it is newer than that. */
    private List<Draft> newer(String track, int than) {
        return versions.containsKey(track) && latest(track).version() > than ? List.of(latest(track)) : List.of();
    }

    private DraftFlag flag(String track, int version, Draft newest) {
        return new DraftFlag(track, newest.track(), version, newest.version(), changes(newest.track(), version));
    }

    private String changes(String track, int since) {
        List<Draft> missed = versions.get(track).stream()
                .filter(draft -> draft.version() > since && draft.changes() != null)
                .toList();
        return missed.size() == 1
                ? missed.get(0).changes()
                : missed.stream()
                        .map(draft -> "v" + draft.version() + ": " + draft.changes())
                        .collect(Collectors.joining("; "));
    }

    private Draft latest(String track) {
        List<Draft> own = versions.get(track);
        return own.get(own.size() - 1);
    }
}

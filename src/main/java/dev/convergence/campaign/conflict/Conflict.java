package dev.convergence.campaign.conflict;

import java.util.List;

/**
 * Something that cannot be right as it stands.
 *
 * @param key the same for as long as the same things disagree, whatever they say meanwhile; unique within a campaign
 * @param about the fact or the dependent date that it is about
 * @param words what is in conflict, without a full stop
 * @param places every place that is part of it; of a schedule conflict the one that is too early, then what it needs
 */
public record Conflict(String key, ConflictKind kind, String about, String words, List<ConflictPlace> places) {

    public Conflict {
        places = List.copyOf(places);
    }

    /** In words, with what settles it. */
    public String message() {
        return kind.withRemedy(words);
    }

    /** The groups that the places belong to, each once. */
    public List<String> owners() {
        return places.stream()
                .map(ConflictPlace::owner)
                .filter(owner -> !owner.isBlank())
                .distinct()
                .toList();
    }
}

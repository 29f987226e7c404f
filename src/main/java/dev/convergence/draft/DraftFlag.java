package dev.convergence.draft;

/**
 * A track's work is based on a draft of which there is a newer version.
 *
 * @param track the track whose work it is
 * @param basedOn the track that has shared something newer
 * @param basedOnVersion the newest version that the work is based on, or whose acknowledgement says that it stands
 * @param latestVersion the newest version that there is
 * @param changes what is different in the versions since; empty where nobody said
 */
public record DraftFlag(String track, String basedOn, int basedOnVersion, int latestVersion, String changes) {

    /** As people read it: {@code based on product-track v2, v3 exists, changed: the price}. */
    public String inWords() {
        String words = "based on %s v%d, v%d exists".formatted(basedOn, basedOnVersion, latestVersion);
        return changes.isEmpty() ? words : words + ", changed: " + changes;
    }
}

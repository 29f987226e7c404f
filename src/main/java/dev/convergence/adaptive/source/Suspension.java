package dev.convergence.adaptive.source;

/** Why the rules of a source do not act, and so what may end that. */
public enum Suspension {
    /** It was not heard: they act again by a person's word, or by rule after enough good readings. */
    SILENT,
    /** A person stopped them: they act again by a person's word alone, for which somebody is asked. */
    STOPPED,
    /** The same, and whoever was asked said no: nobody is asked again until it falls silent. */
    KEPT,
    /** A person retired the source for this campaign: they act no more. */
    RETIRED;

    /**
     * Whether good readings alone end a suspension.
     *
     * @param stored why the source was suspended last; null where it never was
     */
    public static boolean endsByRule(String stored) {
        return stored == null || SILENT.name().equals(stored);
    }
}

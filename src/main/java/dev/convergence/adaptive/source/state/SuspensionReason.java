package dev.convergence.adaptive.source.state;

import java.util.Arrays;

/** Why the rules of a source do not act, and so what may end that. */
public enum SuspensionReason {
    /** It was not heard: they act again by a person's word, or by rule after enough good readings. */
    SILENT,
    /** A person stopped them: they act again by a person's word alone, for which somebody is asked. */
    STOPPED,
    /** The same, and whoever was asked said no: nobody is asked again until it falls silent. */
    KEPT,
    /** A person retired the source for this campaign: they act no more. */
    RETIRED;

    /** @param name why a source was suspended last; null where nobody said so; what cannot be read asks a person */
    public static SuspensionReason stored(String name) {
        return name == null
                ? SILENT
                : Arrays.stream(values())
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElse(STOPPED);
    }

    /** Whether good readings alone end it. */
    public boolean endsByRule() {
        return this == SILENT;
    }
}

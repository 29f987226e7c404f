package dev.convergence.adaptive.source;

/** Why the rules of a source do not act, and so what may end that. */
enum Suspension {
    /** It was not heard: they act again by a person's word, or by rule after enough good readings. */
    SILENT,
    /** A person stopped them, or keeps them stopped: they act again by a person's word alone. */
    KEPT,
    /** A person retired the source for this campaign: they act no more. */
    RETIRED
}

package dev.convergence.adaptive.source;

/** What a person says of a source that speaks again. */
enum ReleaseAnswer {
    /** Its rules act again. */
    ACT,
    /** They stay suspended until somebody says otherwise. */
    KEEP
}

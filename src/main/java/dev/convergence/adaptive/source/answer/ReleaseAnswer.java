package dev.convergence.adaptive.source.answer;

/** What a person says of a source that speaks again. */
public enum ReleaseAnswer {
    /** Its rules act again. */
    ACT,
    /** They stay suspended until somebody says otherwise. */
    KEEP
}

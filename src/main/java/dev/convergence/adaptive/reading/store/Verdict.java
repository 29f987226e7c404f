package dev.convergence.adaptive.reading.store;

/** What became of a reading; each has exactly one. */
public enum Verdict {
    /** It counts. */
    APPLIED,
    /** Its source has sent one of the same id before. */
    DUPLICATE,
    /** It comes too late to say anything about the present. */
    STALE,
    /** It is incomplete, cannot be, or comes from nobody known. */
    REJECTED;

    /** Whether somebody should look at where it comes from. */
    public boolean isBad() {
        return this == STALE || this == REJECTED;
    }
}

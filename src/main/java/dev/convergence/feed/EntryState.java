package dev.convergence.feed;

/** How it stands with a date: it lies ahead or is missed, was kept, or does not count any more. */
enum EntryState {
    EXPECTED,
    REACHED,
    CANCELLED
}

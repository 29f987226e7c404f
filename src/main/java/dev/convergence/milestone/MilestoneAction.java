package dev.convergence.milestone;

/** What the accountable group does about a milestone that will not be reached in time. */
enum MilestoneAction {
    /** Moves the date. */
    MOVED,
    /** Declares it reached as it is. */
    REACHED;

    boolean isThat(String action) {
        return name().equals(action);
    }
}

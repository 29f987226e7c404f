package dev.convergence.proposal;

import java.time.Instant;

/**
 * A proposal as it stands.
 *
 * @param decision the id of the decision that is to be changed, or {@code model}
 * @param by who proposed it; null where nobody is on record
 * @param meeting in which meeting; null outside of one
 * @param weighedBy who decided, and in whose name; null while it is open
 * @param version which version took it up; of one that is adopted
 */
record ProposalView(
        String id,
        String decision,
        String what,
        String why,
        String by,
        String meeting,
        Instant at,
        State state,
        String weighedBy,
        Instant weighedAt,
        String comment,
        String version) {

    /** How far a proposal has come. */
    enum State {
        OPEN,
        ADOPTED,
        DECLINED
    }
}

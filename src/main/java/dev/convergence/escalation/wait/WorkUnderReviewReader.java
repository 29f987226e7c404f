package dev.convergence.escalation.wait;

import java.util.Set;

/** The work on which a kind of wait asks for an answer. Whoever did it neither gives that answer nor waives it. */
public interface WorkUnderReviewReader {

    StallKind kind();

    /**
     * Everybody who did it, for themselves or for somebody else, and those for whom they did.
     *
     * @param blockId the process instance of the gate or handoff that waits
     */
    Set<String> doneBy(String blockId);
}

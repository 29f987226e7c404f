package dev.convergence.escalation;

import java.util.List;

/** What is known of a kind of wait on which many teams depend. */
public interface SharedWait {

    StallKind kind();

    /** The groups that depend on what is waited for. */
    List<String> dependents(String blockId);

    /** What is still missing, as a sentence that follows others; empty where nothing is. */
    String missing(String blockId);
}

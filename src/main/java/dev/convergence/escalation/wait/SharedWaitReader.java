package dev.convergence.escalation.wait;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What is known of a kind of wait on which many teams depend. */
public interface SharedWaitReader {

    StallKind kind();

    /** The groups that depend on what is waited for. */
    List<String> dependents(String blockId);

    /** What is still missing, as a sentence that follows others; empty where nothing is. */
    String missing(String blockId);

    /**
     * Why it waits, where that says more than since when and until when: sentences that begin the text about the wait.
     *
     * @param campaign the campaign key
     * @param id what is waited for
     * @param zone whose clock on the wall counts
     */
    default Optional<String> cause(String campaign, String id, ZoneId zone) {
        return Optional.empty();
    }
}

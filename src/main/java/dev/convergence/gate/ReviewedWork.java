package dev.convergence.gate;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricTaskInstance;

/**
 * The work that a gate reviews.
 *
 * @param completions of the tasks of its stages, the oldest first
 * @param doers everybody who worked on it in any round, for themselves or for somebody else, and those for whom they did
 */
public record ReviewedWork(List<HistoricTaskInstance> completions, Set<String> doers) {

    public static final ReviewedWork NONE = new ReviewedWork(List.of(), Set.of());

    /** The version of the work: how often it was done. */
    public int version() {
        return completions.size();
    }

    public boolean wasDoneBy(String user) {
        return doers.contains(user);
    }
}

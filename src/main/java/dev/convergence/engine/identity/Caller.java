package dev.convergence.engine.identity;

import java.util.Set;

/**
 * Whom the engine acts for.
 *
 * @param groups the ids of the groups that the user is known to be a member of; may be a few seconds old
 */
public record Caller(String id, Set<String> groups) {

    public Caller {
        groups = Set.copyOf(groups);
    }
}

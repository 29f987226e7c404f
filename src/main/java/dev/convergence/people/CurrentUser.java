package dev.convergence.people;

import java.util.Set;

/**
 * Who calls. A Spring MVC controller takes it as a parameter.
 *
 * @param id the user's id in the engine
 * @param groups the ids of the groups that the user is a member of
 */
public record CurrentUser(String id, Set<String> groups) {

    public CurrentUser {
        groups = Set.copyOf(groups);
    }

    /**
     * Whether the user belongs to the people who work with campaigns: is in any group, of the application's or of one's
     * own. Standing in for somebody is no group: what comes with it are the other's groups.
     */
    public boolean isMember() {
        return groups.stream().anyMatch(group -> !group.equals(GroupCatalog.SUBSTITUTES));
    }

    /** @param group one of {@link GroupCatalog} */
    public boolean isIn(String group) {
        return groups.contains(group);
    }
}

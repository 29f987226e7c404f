package dev.convergence.feed;

import dev.convergence.people.CurrentUser;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom an open task waits for.
 *
 * @param assignees who claimed it; several where several vote
 * @param users who may claim it
 * @param groups whose members may claim it
 */
record Assignees(Set<String> assignees, Set<String> users, Set<String> groups) {

    static final Assignees NOBODY = new Assignees(Set.of(), Set.of(), Set.of());

    Assignees and(Assignees other) {
        return new Assignees(union(assignees, other.assignees), union(users, other.users), union(groups, other.groups));
    }

    /** Whether this user is asked in person, or as long as nobody has claimed the task, as one of a group. */
    boolean includes(CurrentUser user) {
        if (!assignees.isEmpty()) {
            return assignees.contains(user.id());
        }
        return users.contains(user.id()) || groups.stream().anyMatch(user::isIn);
    }

    /** Everybody, by their ids; empty where nobody is asked. */
    String inWords() {
        Set<String> waitedFor = assignees.isEmpty() ? union(groups, users) : assignees;
        return waitedFor.stream().sorted().collect(Collectors.joining(", "));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}

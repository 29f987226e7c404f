package dev.convergence.proposal;

import dev.convergence.engine.identity.Caller;
import dev.convergence.people.GroupCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who proposes.
 *
 * @param user null where the application does not know
 * @param groups those that are told what becomes of it
 * @param meeting the meeting in which it was proposed; null outside of one
 */
record Proposer(String user, List<String> groups, String meeting) {

    /** Those who work in campaigns. Process owners weigh what others propose. */
    private static final List<String> MAY_PROPOSE = Stream.concat(
                    GroupCatalog.TEAMS.stream(), Stream.of(GroupCatalog.CAMPAIGN_MANAGERS, GroupCatalog.SPONSORS))
            .toList();

    static Proposer of(String user, Set<String> groups) {
        return new Proposer(user, MAY_PROPOSE.stream().filter(groups::contains).toList(), null);
    }

    /** A meeting proposes by whoever records it; its hosts are told where nothing else is known. */
    static Proposer in(String meeting, String heldBy, Optional<Caller> caller) {
        List<String> groups = caller.map(one -> of(one.id(), one.groups()).groups())
                .filter(some -> !some.isEmpty())
                .orElse(List.of(GroupCatalog.CAMPAIGN_MANAGERS));
        return new Proposer(caller.map(Caller::id).orElse(heldBy), groups, meeting);
    }

    boolean mayPropose() {
        return !groups.isEmpty();
    }
}

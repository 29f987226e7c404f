package dev.convergence.gate.review;

import dev.convergence.engine.identity.TemporaryMembershipKeeper;
import dev.convergence.gate.ReviewedWork;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Who votes on a gate: the members of the accountable group, but for those whose own work is under review. Who is away
 * has a vote, which somebody else gives for them; who stands in for a member has none besides.
 */
@Component
class VoterResolver {

    private final IdentityService identity;
    private final TemporaryMembershipKeeper lent;

    VoterResolver(IdentityService identity, TemporaryMembershipKeeper lent) {
        this.identity = identity;
        this.lent = lent;
    }

    /** Their ids in order; none, where nobody of the group could vote. */
    List<String> of(String group, ReviewedWork work) {
        Set<String> borrowers = lent.borrowersOf(group);
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .filter(user -> !borrowers.contains(user))
                .filter(user -> !work.wasDoneBy(user))
                .sorted()
                .toList();
    }
}

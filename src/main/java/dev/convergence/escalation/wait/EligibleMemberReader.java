package dev.convergence.escalation.wait;

import dev.convergence.absence.SubstituteResolver;
import dev.convergence.engine.identity.TemporaryMembershipKeeper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Who of a group could answer at this moment. */
@Component
public class EligibleMemberReader {

    private final IdentityService identity;
    private final TemporaryMembershipKeeper lent;
    private final SubstituteResolver substituteResolver;

    EligibleMemberReader(
            IdentityService identity, TemporaryMembershipKeeper lent, SubstituteResolver substituteResolver) {
        this.identity = identity;
        this.lent = lent;
        this.substituteResolver = substituteResolver;
    }

    /** Everybody who is a member in person, by their ids in order. */
    public List<String> inPerson(String group) {
        Set<String> borrowers = lent.borrowersOf(group);
        return identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                .map(User::getId)
                .filter(user -> !borrowers.contains(user))
                .toList();
    }

    /**
     * The members who may, or whoever acts for one who may and is away; three queries.
     *
     * @param excluded who may not, neither in person nor for somebody nor through somebody
     */
    public Set<String> of(String group, Set<String> excluded) {
        return among(inPerson(group), excluded);
    }

    /** Whether a group has members, and none of them may. */
    public boolean leavesNobody(String group, Set<String> excluded) {
        List<String> members = inPerson(group);
        return !members.isEmpty() && among(members, excluded).isEmpty();
    }

    private Set<String> among(List<String> members, Set<String> excluded) {
        List<String> may =
                members.stream().filter(member -> !excluded.contains(member)).toList();
        Set<String> eligible = new TreeSet<>(substituteResolver.actingFor(may).values());
        eligible.removeAll(excluded);
        return eligible;
    }
}

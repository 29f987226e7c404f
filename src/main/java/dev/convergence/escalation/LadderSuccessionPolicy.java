package dev.convergence.escalation;

import dev.convergence.escalation.wait.EligibleMemberReader;
import dev.convergence.escalation.wait.StallKind;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who decides in place of a group of which nobody may: the next one to whom the ladder would hand the wait. */
@Component
public class LadderSuccessionPolicy {

    private final EscalationLadderRungsDecision escalationLadderRungsDecision;
    private final EligibleMemberReader members;

    LadderSuccessionPolicy(EscalationLadderRungsDecision escalationLadderRungsDecision, EligibleMemberReader members) {
        this.escalationLadderRungsDecision = escalationLadderRungsDecision;
        this.members = members;
    }

    /**
     * The first group of the ladder of which somebody may.
     *
     * @param excluded who may not decide
     * @return empty where nobody of any may
     */
    public Optional<String> next(StallKind kind, String priority, Set<String> excluded) {
        return escalationLadderRungsDecision.of(kind, priority).rungs().stream()
                .filter(Rung::handsOverToGroup)
                .map(Rung::tells)
                .filter(group -> !members.of(group, excluded).isEmpty())
                .findFirst();
    }

    /** Whether a group has members, and nobody of them may; asks for nothing where nobody is excluded. */
    public boolean leavesNobody(String group, Set<String> excluded) {
        return !excluded.isEmpty() && members.leavesNobody(group, excluded);
    }
}

package dev.convergence.proposal;

import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.meeting.HeldSync;
import dev.convergence.meeting.SyncFollowUpHandler;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A retrospective may end with a proposal; where any of its fields is filled, all are. */
@Component
class RetrospectiveProposalHandler implements SyncFollowUpHandler {

    private static final String RETROSPECTIVE = "retrospective";
    private static final Set<String> FIELDS = Set.of(
            ProposalProcess.PROPOSAL_DECISION.name(),
            ProposalProcess.PROPOSAL_WHAT.name(),
            ProposalProcess.PROPOSAL_WHY.name());

    private final ProposalWorkflow workflow;
    private final SystemAuthority system;

    RetrospectiveProposalHandler(ProposalWorkflow workflow, SystemAuthority system) {
        this.workflow = workflow;
        this.system = system;
    }

    @Override
    public Set<String> fields() {
        return FIELDS;
    }

    @Override
    public void held(HeldSync sync, Map<String, Object> answers) {
        if (FIELDS.stream().allMatch(field -> isEmpty(answers.get(field)))) {
            return;
        }
        if (!RETROSPECTIVE.equals(sync.kind())) {
            throw new RefusalException(ProposalProcess.PROPOSAL_DECISION.name(), "is asked of a retrospective alone");
        }
        Proposal proposal = Proposal.in(answers);
        workflow.changeProposed(sync.campaign(), proposal, Proposer.in(sync.name(), sync.heldBy(), system.caller()));
    }

    private static boolean isEmpty(Object answer) {
        return Objects.toString(answer, "").isBlank();
    }
}

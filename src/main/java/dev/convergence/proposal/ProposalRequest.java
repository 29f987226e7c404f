package dev.convergence.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** @param decision the id of a decision, or {@code model} */
record ProposalRequest(
        @NotBlank String decision, @NotBlank @Size(max = 4000) String what, @NotBlank @Size(max = 4000) String why) {

    Proposal proposal() {
        return Proposal.in(Map.of(
                ProposalProcess.PROPOSAL_DECISION.name(), decision,
                ProposalProcess.PROPOSAL_WHAT.name(), what,
                ProposalProcess.PROPOSAL_WHY.name(), why));
    }
}

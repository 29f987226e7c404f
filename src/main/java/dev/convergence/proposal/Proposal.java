package dev.convergence.proposal;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import java.util.Map;

/** A change that somebody proposes: of what, what, and why. */
record Proposal(ProposalTarget target, String what, String why) {

    /**
     * The proposal in what a form or a call says.
     *
     * @throws Refusal naming the field that is missing or makes no sense
     */
    static Proposal in(Map<String, ?> answers) {
        return new Proposal(
                target(TextValidator.require(ProposalProcess.PROPOSAL_DECISION, answers, "say what is to be changed")),
                TextValidator.require(ProposalProcess.PROPOSAL_WHAT, answers, "say what is to be different"),
                TextValidator.require(ProposalProcess.PROPOSAL_WHY, answers, "say what you have seen"));
    }

    private static ProposalTarget target(String id) {
        return ProposalTarget.withId(id)
                .orElseThrow(() -> new RefusalException(
                        ProposalProcess.PROPOSAL_DECISION.name(),
                        "is '" + id + "', but must be one of " + ProposalTarget.ids()));
    }
}

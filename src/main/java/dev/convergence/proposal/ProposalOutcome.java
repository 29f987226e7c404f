package dev.convergence.proposal;

import dev.convergence.engine.variable.RefusalException;
import java.util.Arrays;

/** What becomes of a proposal. */
enum ProposalOutcome {
    ADOPTED,
    DECLINED;

    /** @throws Refusal where it is none */
    static ProposalOutcome named(String name) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusalException(
                        ProposalProcess.PROPOSAL_OUTCOME.name(), "must be one of " + Arrays.toString(values())));
    }
}

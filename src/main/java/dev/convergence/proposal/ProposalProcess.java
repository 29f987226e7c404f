package dev.convergence.proposal;

import dev.convergence.engine.Variable;
import java.util.Date;

/** The contract of the process {@code rule-proposal}. */
final class ProposalProcess {

    static final String KEY = "rule-proposal";
    static final String WEIGH_PROPOSAL = "userTask_weighProposal";

    /** What is to be changed: one of {@link ProposalTarget}. */
    static final Variable<String> PROPOSAL_DECISION = Variable.text("proposalDecision");

    static final Variable<String> PROPOSAL_WHAT = Variable.text("proposalWhat");
    static final Variable<String> PROPOSAL_WHY = Variable.text("proposalWhy");

    /** The user who proposed it; none where the application does not know. */
    static final Variable<String> PROPOSED_BY = Variable.text("proposedBy");

    /** The groups that are told what becomes of it, separated by commas. */
    static final Variable<String> PROPOSED_FOR = Variable.text("proposedFor");

    /** The meeting in which it was proposed; none outside of one. */
    static final Variable<String> PROPOSED_IN = Variable.text("proposedIn");

    static final Variable<Date> PROPOSED_AT = new Variable<>("proposedAt", Date.class);

    /** One of {@link ProposalOutcome}. */
    static final Variable<String> PROPOSAL_OUTCOME = Variable.text("proposalOutcome");

    static final Variable<String> PROPOSAL_COMMENT = Variable.text("proposalComment");

    /** Which version took the proposal up. */
    static final Variable<String> PROPOSAL_VERSION = Variable.text("proposalVersion");

    private ProposalProcess() {}
}

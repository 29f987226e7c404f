package dev.convergence.proposal;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.Date;

/** The contract of the process {@code rule-proposal}. */
final class ProposalProcess {

    static final String KEY = "rule-proposal";
    static final String WEIGH_PROPOSAL = "userTask_weighProposal";

    /** What is to be changed: one of {@link ProposalTarget}. */
    static final ProcessVariable<String> PROPOSAL_DECISION = ProcessVariable.text("proposalDecision");

    static final ProcessVariable<String> PROPOSAL_WHAT = ProcessVariable.text("proposalWhat");
    static final ProcessVariable<String> PROPOSAL_WHY = ProcessVariable.text("proposalWhy");

    /** The user who proposed it; none where the application does not know. */
    static final ProcessVariable<String> PROPOSED_BY = ProcessVariable.text("proposedBy");

    /** The groups that are told what becomes of it, separated by commas. */
    static final ProcessVariable<String> PROPOSED_FOR = ProcessVariable.text("proposedFor");

    /** The meeting in which it was proposed; none outside of one. */
    static final ProcessVariable<String> PROPOSED_IN = ProcessVariable.text("proposedIn");

    static final ProcessVariable<Date> PROPOSED_AT = new ProcessVariable<>("proposedAt", Date.class);

    /** One of {@link ProposalOutcome}. */
    static final ProcessVariable<String> PROPOSAL_OUTCOME = ProcessVariable.text("proposalOutcome");

    static final ProcessVariable<String> PROPOSAL_COMMENT = ProcessVariable.text("proposalComment");

    /** Which version took the proposal up. */
    static final ProcessVariable<String> PROPOSAL_VERSION = ProcessVariable.text("proposalVersion");

    private ProposalProcess() {}
}

package dev.convergence.model;

import java.util.List;

/**
 * Something that models must keep; asked before anything is deployed. The application's own models are deployed while
 * the engine starts, so a rule may not need the engine: what it wants to know, it asks the candidate.
 */
public interface DeploymentRule {

    /** All that is wrong; empty where nothing is. Whatever the rule is not about, is not wrong. */
    List<Finding> findings(DeploymentCandidate deploymentCandidate);
}

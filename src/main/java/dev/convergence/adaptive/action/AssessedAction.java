package dev.convergence.adaptive.action;

import java.io.Serializable;

/** That an action was weighed in this transaction, and by whom it is decided; a value that no model can make. */
record AssessedAction(String action, AdaptationProcess.Decider decider) implements Serializable {

    boolean isForRule(String other) {
        return action.equals(other) && decider == AdaptationProcess.Decider.RULE;
    }
}

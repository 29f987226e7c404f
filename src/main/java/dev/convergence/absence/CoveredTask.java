package dev.convergence.absence;

/**
 * A task that a substitute has in place of somebody.
 *
 * @param asWhat {@link #ASSIGNEE} or {@link #CANDIDATE}
 * @param previousOwner whom the engine named as the task's owner before; null for nobody
 */
record CoveredTask(String taskId, String asWhat, String absent, String substitute, String previousOwner) {

    static final String ASSIGNEE = "assignee";
    static final String CANDIDATE = "candidate";

    boolean isAssigned() {
        return ASSIGNEE.equals(asWhat);
    }

    CoveredTask by(String another) {
        return new CoveredTask(taskId, asWhat, absent, another, previousOwner);
    }
}

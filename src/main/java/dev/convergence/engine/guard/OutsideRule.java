package dev.convergence.engine.guard;

/** What becomes of a command of the engine that comes from outside. */
public enum OutsideRule {
    /** The engine's own authorizations decide. */
    PERMITTED,
    /** Nobody, administrators included. */
    REFUSED,
    /** Completes a task: its variables must be asked for by the task's form. */
    ANSWER,
    /** Starts a process: its variables must be asked for by the start form. */
    START,
    /** Sends a message, a signal or a condition: without variables, and never to the product's processes. */
    EVENT,
    /** Writes or removes variables: refused by the name of the variable. */
    WRITE
}

/**
 * Bounds on how often a model repeats itself in one transaction, so that no instance keeps its thread for ever. Begin with
 * {@link dev.convergence.engine.runaway.StepBoundParseListener}.
 */
package dev.convergence.engine.runaway;

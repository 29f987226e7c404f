/**
 * Process variables as typed values, and what may be in them: the names and types of variables, texts within their bounds,
 * the refusal of a value, and instants as the engine and our tables keep them. Knows no other room. Begin with
 * {@link dev.convergence.engine.variable.ProcessVariable}.
 */
package dev.convergence.engine.variable;

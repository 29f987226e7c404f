/**
 * The conditions of an approval, each with an owner and a due date. Begin with {@link
 * dev.convergence.gate.condition.ConditionService}.
 */
package dev.convergence.gate.condition;

/**
 * What expressions of deployed models may reach: beans marked {@link dev.convergence.engine.expression.ModelBean}, from
 * the processes that they are meant for. Begin with {@link
 * dev.convergence.engine.expression.GuardedExpressionManager}.
 */
package dev.convergence.engine.expression;

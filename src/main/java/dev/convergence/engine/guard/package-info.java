/**
 * What a caller from outside may make the engine do: each command of the engine has a rule, answers are checked against
 * the form, notes and assignments against the task. Begin with {@link
 * dev.convergence.engine.guard.OutsideInterceptor}.
 */
package dev.convergence.engine.guard;

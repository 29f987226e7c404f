/**
 * What happens to every task of every model: who gets it, who completed it and for whom, how its due date changes, and
 * what history keeps of it. Begin with {@link dev.convergence.engine.task.TaskLifecycleListener}.
 */
package dev.convergence.engine.task;

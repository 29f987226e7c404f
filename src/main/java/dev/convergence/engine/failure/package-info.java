/**
 * What a command of the engine failed of, for those who answer the caller: a person's mistake is told from a fault. Begin
 * with {@link dev.convergence.engine.failure.RefusalInterceptor}.
 */
package dev.convergence.engine.failure;

/** The engine's locks for what only one node may do at a time: start, deploy, plan the clean-up. Whoever comes second waits. */
package dev.convergence.engine.lock;

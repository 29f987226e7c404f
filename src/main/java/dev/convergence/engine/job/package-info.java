/**
 * The job executor: jobs that end the node that runs them are found out and set aside, and a node whose clock is wrong
 * runs none.
 */
package dev.convergence.engine.job;

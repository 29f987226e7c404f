/** Jobs that end the node that runs them: each is found out, and set aside. */
package dev.convergence.engine.job;

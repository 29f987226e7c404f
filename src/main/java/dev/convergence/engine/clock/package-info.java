/**
 * Whether this node's clock agrees with the database's, which all nodes share. A node whose clock is wrong would fire
 * timers early or late and lock jobs for too long. Begin reading at {@code NodeClock}.
 */
package dev.convergence.engine.clock;

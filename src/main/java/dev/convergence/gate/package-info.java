/** The stage gate: a decision between two stages, in time, by the accountable group. */
package dev.convergence.gate;

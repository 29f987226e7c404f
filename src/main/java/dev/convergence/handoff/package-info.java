/** The handoff: work passes from one team to another with its context, and is accepted or returned. */
package dev.convergence.handoff;

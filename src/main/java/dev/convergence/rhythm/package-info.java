/** The rhythm: meetings that come back, prepared from what has changed and what is blocked, or skipped. */
package dev.convergence.rhythm;

/** The milestone: one date that many teams share, reached when all of them have arrived. */
package dev.convergence.milestone;

/** Readings of adaptive campaigns: how they come in, which of them count, and where they come from. */
package dev.convergence.adaptive.reading;

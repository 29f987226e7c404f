/**
 * A past launch as a campaign of ours, lived through again on the engine's clock: who was told, what became late, which
 * gate stalled. It runs in a profile of its own, because it moves the clock of the whole application.
 */
package dev.convergence.replay;

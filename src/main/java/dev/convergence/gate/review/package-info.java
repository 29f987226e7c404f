/**
 * A round of review: who is asked, what they look at, what a decision must be, how votes are counted, and what follows.
 * Begin with {@link dev.convergence.gate.review.ReviewValidator}.
 */
package dev.convergence.gate.review;

/** Drafts with versions: tracks that work at once share what they have, and see what theirs is not based on yet. */
package dev.convergence.draft;

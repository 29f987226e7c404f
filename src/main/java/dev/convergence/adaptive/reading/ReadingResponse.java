package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.reading.store.Verdict;

/**
 * What the sender of a reading is told.
 *
 * @param id as it was sent; null where it was no text
 * @param reason null where it was applied
 */
record ReadingResponse(String id, Verdict verdict, String reason) {}

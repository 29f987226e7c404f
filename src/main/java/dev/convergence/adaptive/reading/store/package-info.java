/**
 * Readings, their series and their sources as our tables keep them. Begin with {@link
 * dev.convergence.adaptive.reading.store.ReadingRepository}.
 */
package dev.convergence.adaptive.reading.store;

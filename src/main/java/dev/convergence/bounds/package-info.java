/**
 * What dates, numbers and texts may be, whatever door they come in by. Knows nothing of the application; begin with
 * {@link dev.convergence.bounds.DateBounds}.
 */
package dev.convergence.bounds;

/**
 * How far actions may go by themselves. Begin with {@link dev.convergence.adaptive.action.limit.BoundsPolicy}.
 */
package dev.convergence.adaptive.action.limit;

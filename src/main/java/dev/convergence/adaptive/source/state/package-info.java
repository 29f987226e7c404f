/**
 * How each source of a campaign does, and whether its rules may act. Begin with {@link
 * dev.convergence.adaptive.source.state.SuspensionService}.
 */
package dev.convergence.adaptive.source.state;

/**
 * Changes of what touchpoints say, and the settlement of conflicts by such changes or by moved dates. Begin with {@link
 * dev.convergence.campaign.touchpoint.TouchpointService}.
 */
package dev.convergence.campaign.touchpoint;

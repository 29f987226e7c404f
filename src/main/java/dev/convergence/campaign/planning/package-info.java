/**
 * A running campaign's plan: moves of dates with all that moves along, its timers, what is finished. Begin with {@link
 * dev.convergence.campaign.planning.PlanningService}.
 */
package dev.convergence.campaign.planning;

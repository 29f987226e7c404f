/** A campaign's plan: what is due when, by whom, after what, and what moves along when a date moves. */
package dev.convergence.campaign.plan;
